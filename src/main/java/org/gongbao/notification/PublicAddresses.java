package org.gongbao.notification;

import java.net.InetAddress;

/** Tells addresses of the public network from those that lead inside (RFC 6890), where a request may do harm. */
final class PublicAddresses {

    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return bytes.length == 4 ? isPublic(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff) : isPublicOfSix(bytes);
    }

    private static boolean isPublic(int first, int second, int third) {
        boolean isShared = first == 100 && second >= 64 && second < 128;
        boolean isProtocol = first == 192 && second == 0 && (third == 0 || third == 2);
        boolean isBenchmark = first == 198 && (second == 18 || second == 19 || second == 51 && third == 100);
        boolean isExample = first == 203 && second == 0 && third == 113;
        return first != 0 && first < 240 && !isShared && !isProtocol && !isBenchmark && !isExample;
    }

    /** Of version 6 only global unicast (2000::/3) without tunnels to version 4 (2001::/32, 2002::/16). */
    private static boolean isPublicOfSix(byte[] bytes) {
        boolean isGlobal = (bytes[0] & 0xe0) == 0x20;
        boolean isTeredo = bytes[0] == 0x20 && bytes[1] == 1 && bytes[2] == 0 && bytes[3] == 0;
        boolean isSixToFour = bytes[0] == 0x20 && bytes[1] == 2;
        return isGlobal && !isTeredo && !isSixToFour;
    }
}

package org.gongbao.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SyslogTest {

    @TempDir
    Path folder;

    @Test
    void anEntryIsAMessageOfRfc5424OverUdp() throws IOException {
        try (AccessWorld world = AccessWorld.embedded(folder);
                DatagramSocket server = new DatagramSocket(0, InetAddress.getLoopbackAddress());
                TrailForwarder forwarder = forwarder(world, "udp", server.getLocalPort())) {
            forwarder.start();
            world.trail.append("a1", "account.lock", "b2", Map.of());
            DatagramPacket packet = new DatagramPacket(new byte[4096], 4096);
            server.receive(packet);
            String message = new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);

            assertThat(message)
                    .startsWith(
                            "<109>1 2024-03-01T01:00:00Z node1 gongbao - account.lock [origin software=\"gongbao\"] {")
                    .endsWith(world.trail.after(0, 1).get(0).json());
        }
    }

    @Test
    void aServerThatIsAwayHoldsNothingUpAndIsSentEverythingLater() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        try (AccessWorld world = AccessWorld.embedded(folder)) {
            try (TrailForwarder forwarder = forwarder(world, "tcp", port)) {
                forwarder.start();
                world.trail.append("a1", "first", "b", Map.of());
                world.trail.append("a1", "second", "b", Map.of());
                assertThat(world.trail.size()).isEqualTo(2);
            }
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    TrailForwarder forwarder = forwarder(world, "tcp", server.getLocalPort())) {
                forwarder.start();
                try (Socket connection = server.accept()) {
                    assertThat(counted(connection)).contains(" first ");
                    assertThat(counted(connection)).contains(" second ");
                }
            }
        }
    }

    private static TrailForwarder forwarder(AccessWorld world, String scheme, int port) {
        URI server = URI.create(scheme + "://127.0.0.1:" + port);
        return new TrailForwarder(world.database, world.trail, new Syslog(server, "node1"));
    }

    /** A message as RFC 6587 counts it: its length, a blank, the message. */
    private static String counted(Socket connection) throws IOException {
        StringBuilder length = new StringBuilder();
        for (int next = connection.getInputStream().read();
                next != ' ';
                next = connection.getInputStream().read()) {
            length.append((char) next);
        }
        byte[] message = connection.getInputStream().readNBytes(Integer.parseInt(length.toString()));
        return new String(message, StandardCharsets.UTF_8);
    }
}

package org.gongbao.ingest;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks as clamd does on its socket: reads {@code zINSTREAM}, chunks with their length, and one of length 0. It knows one
 * virus, the harmless test file of the anti-virus makers, which stands nowhere in one piece, so that no scanner takes this
 * source for it.
 */
final class FakeClamd implements AutoCloseable {

    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}" + "$EICAR-STANDARD-ANTIVIRUS" + "-TEST-FILE!$H+H*";

    final AtomicInteger scans = new AtomicInteger();
    private final ServerSocketChannel server;
    private final Thread thread;

    /** What the next answers are instead of a verdict; null for a verdict. */
    volatile String answer;

    FakeClamd() throws IOException {
        this(ServerSocketChannel.open().bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0)));
    }

    FakeClamd(ServerSocketChannel bound) {
        server = bound;
        thread = new Thread(this::serve, "fake-clamd");
        thread.setDaemon(true);
        thread.start();
    }

    /** As the setting names it. */
    String where() throws IOException {
        SocketAddress address = server.getLocalAddress();
        return address instanceof InetSocketAddress inet
                ? inet.getAddress().getHostAddress() + ":" + inet.getPort()
                : address.toString();
    }

    private void serve() {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                answer(channel);
            } catch (IOException e) {
                if (server.isOpen()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    private void answer(SocketChannel channel) throws IOException {
        DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
        String command = new String(in.readNBytes(10), StandardCharsets.US_ASCII);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            content.write(in.readNBytes(length));
        }
        scans.incrementAndGet();
        boolean infected = content.toString(StandardCharsets.ISO_8859_1).contains(EICAR);
        String verdict = infected ? "stream: Test.EICAR-1 FOUND" : "stream: OK";
        String reply = !command.equals("zINSTREAM\0") ? "UNKNOWN COMMAND" : answer == null ? verdict : answer;
        channel.write(ByteBuffer.wrap((reply + "\0").getBytes(StandardCharsets.US_ASCII)));
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}

package org.gongbao.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A client of clamd, the daemon of ClamAV: sends a file with its command {@code INSTREAM}, so that the daemon needs no access
 * to our folders and may run on another machine.
 */
final class Clamd implements VirusScanner {

    private static final byte[] COMMAND = "zINSTREAM\0".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK = 1 << 16;
    private static final int LONGEST_REPLY = 4096;

    /** {@code stream: Win.Test.EICAR_HDB-1 FOUND}. */
    private static final Pattern FOUND = Pattern.compile("stream: (.+) FOUND");

    private static final String CLEAN = "stream: OK";

    private static final ScheduledExecutorService WATCH = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "clamd-watch");
        thread.setDaemon(true);
        return thread;
    });

    private final String where;
    private final SocketAddress address;
    private final Duration longest;

    /**
     * A client that connects anew for every file.
     *
     * @param where {@code host:port}, or the path of a Unix socket
     * @param longest time for one file
     */
    Clamd(String where, Duration longest) {
        this.where = where;
        this.address = address(where);
        this.longest = longest;
    }

    private static SocketAddress address(String where) {
        if (where.startsWith("/")) {
            return UnixDomainSocketAddress.of(where);
        }
        int colon = where.lastIndexOf(':');
        if (colon <= 0 || !where.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IllegalArgumentException(
                    "gongbao.clamd is " + where + ", expected host:port or the path of a Unix socket");
        }
        return InetSocketAddress.createUnresolved(
                where.substring(0, colon), Integer.parseInt(where.substring(colon + 1)));
    }

    @Override
    public Optional<String> scan(Path file) {
        String reply;
        try {
            reply = ask(file);
        } catch (IOException e) {
            throw new ScannerUnavailableException(
                    "the virus scanner at " + where + " gave no answer (" + e + "); nothing is let through without it",
                    e);
        }
        Matcher found = FOUND.matcher(reply);
        if (found.matches()) {
            return Optional.of(found.group(1));
        }
        if (!reply.equals(CLEAN)) {
            throw new ScannerUnavailableException("the virus scanner at " + where + " gave no verdict: " + reply);
        }
        return Optional.empty();
    }

    private String ask(Path file) throws IOException {
        try (SocketChannel channel = channel();
                InputStream content = Files.newInputStream(file)) {
            Future<?> watch = WATCH.schedule(() -> close(channel), longest.toMillis(), TimeUnit.MILLISECONDS);
            try {
                channel.connect(address instanceof InetSocketAddress named ? resolved(named) : address);
                write(channel, ByteBuffer.wrap(COMMAND));
                send(channel, content);
                return reply(channel);
            } finally {
                watch.cancel(false);
            }
        }
    }

    private SocketChannel channel() throws IOException {
        return address instanceof UnixDomainSocketAddress
                ? SocketChannel.open(StandardProtocolFamily.UNIX)
                : SocketChannel.open();
    }

    /** A name may lead elsewhere tomorrow. */
    private static InetSocketAddress resolved(InetSocketAddress named) throws IOException {
        InetSocketAddress address = new InetSocketAddress(named.getHostString(), named.getPort());
        if (address.isUnresolved()) {
            throw new IOException("the name " + named.getHostString() + " leads nowhere");
        }
        return address;
    }

    private static void close(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            // It is closed all the same.
        }
    }

    /** Chunks with their length in front, and one of length 0. A daemon with enough may answer and hang up before the end. */
    private static void send(SocketChannel channel, InputStream content) throws IOException {
        try {
            byte[] chunk = new byte[CHUNK];
            for (int read = content.read(chunk); read >= 0; read = content.read(chunk)) {
                if (read > 0) {
                    write(channel, ByteBuffer.allocate(4).putInt(read).flip());
                    write(channel, ByteBuffer.wrap(chunk, 0, read));
                }
            }
            write(channel, ByteBuffer.allocate(4).putInt(0).flip());
        } catch (java.nio.channels.ClosedChannelException e) {
            throw e;
        } catch (IOException e) {
            // Its answer says why, if there is one.
        }
    }

    private static void write(SocketChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static String reply(SocketChannel channel) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        ByteBuffer buffer = ByteBuffer.allocate(LONGEST_REPLY);
        while (reply.size() < LONGEST_REPLY && channel.read(buffer) >= 0) {
            reply.write(buffer.array(), 0, buffer.position());
            buffer.clear();
        }
        return reply.toString(StandardCharsets.UTF_8).replace("\0", "").strip();
    }
}

package org.gongbao.access;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * A connection to a syslog server: RFC 5424 over UDP (RFC 5426), TCP with counted octets (RFC 6587) or TLS with the
 * server's name checked (RFC 5425).
 */
final class Syslog implements AutoCloseable {

    /** Facility 13, log audit; severity 5, notice. */
    private static final int PRIORITY = 13 * 8 + 5;

    private static final int TIMEOUT = 5_000;

    private final URI server;
    private final String host;
    private final SSLSocketFactory factory;
    private @Nullable Socket socket;

    Syslog(URI server, String host) {
        this(server, host, (SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** @param factory knows whom to trust */
    Syslog(URI server, String host, SSLSocketFactory factory) {
        if (server.getHost() == null || server.getPort() < 0) {
            throw new IllegalArgumentException("gongbao.access.syslog is " + server
                    + ", expected udp://host:514, tcp://host:514 or tls://host:6514");
        }
        this.server = server;
        this.host = host;
        this.factory = factory;
    }

    /** The message of an entry: its values as structured data, its JSON as text. */
    String message(TrailEntry entry) {
        return "<" + PRIORITY + ">1 " + entry.at() + " " + host + " gongbao - " + id(entry.action())
                + " [origin software=\"gongbao\"] " + entry.json();
    }

    /** Letters, digits, points and hyphens, at most 32 of them. */
    private static String id(String action) {
        String plain = action.replaceAll("[^\\x21-\\x7e]", "_");
        return plain.substring(0, Math.min(32, plain.length()));
    }

    void send(TrailEntry entry) throws IOException {
        byte[] message = message(entry).getBytes(StandardCharsets.UTF_8);
        if (server.getScheme().equals("udp")) {
            try (DatagramSocket once = new DatagramSocket()) {
                once.send(new DatagramPacket(
                        message, message.length, new InetSocketAddress(server.getHost(), server.getPort())));
            }
            return;
        }
        Socket open = connected();
        open.getOutputStream().write((message.length + " ").getBytes(StandardCharsets.US_ASCII));
        open.getOutputStream().write(message);
        open.getOutputStream().flush();
    }

    private Socket connected() throws IOException {
        Socket known = socket;
        if (known != null) {
            return known;
        }
        Socket fresh = new Socket();
        try {
            fresh.connect(new InetSocketAddress(server.getHost(), server.getPort()), TIMEOUT);
            fresh.setSoTimeout(TIMEOUT);
            fresh = server.getScheme().equals("tls") ? secured(fresh) : fresh;
        } catch (IOException | RuntimeException e) {
            fresh.close();
            throw e;
        }
        socket = fresh;
        return fresh;
    }

    private SSLSocket secured(Socket plain) throws IOException {
        SSLSocket secured = (SSLSocket) factory.createSocket(plain, server.getHost(), server.getPort(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // The connection is given up in any case.
        }
        socket = null;
    }
}

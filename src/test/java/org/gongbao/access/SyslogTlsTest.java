package org.gongbao.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The trail to a syslog server by TLS, whose key is made for the test. */
@Timeout(120)
class SyslogTlsTest {

    private static final String SECRET = "plum-blossom";

    @TempDir
    Path folder;

    /** A server's key for an address; whoever has the context trusts it. */
    private SSLContext context(String address) throws Exception {
        Path store = folder.resolve("server.p12");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        "server",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=syslog",
                        "-ext",
                        "san=ip:" + address,
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(keytool.waitFor()).isZero();
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, SECRET.toCharArray());
        }
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("server", keys.getCertificate("server"));
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, SECRET.toCharArray());
        TrustManagerFactory others = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        others.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), others.getTrustManagers(), null);
        return context;
    }

    private static String received(SSLServerSocket server) {
        try (SSLSocket connection = (SSLSocket) server.accept()) {
            return new String(connection.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "";
        }
    }

    private String sent(SSLContext context) throws Exception {
        try (AccessWorld world = AccessWorld.embedded(folder);
                SSLServerSocket server = (SSLServerSocket)
                        context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            world.trail.append("a1", "account.lock", "b2", Map.of());
            CompletableFuture<String> received = CompletableFuture.supplyAsync(() -> received(server));
            URI address = URI.create("tls://127.0.0.1:" + server.getLocalPort());
            try (Syslog syslog = new Syslog(address, "node1", context.getSocketFactory())) {
                syslog.send(world.trail.after(0, 1).get(0));
            }
            return received.get();
        }
    }

    @Test
    void anEntryArrivesCountedAndEncrypted() throws Exception {
        assertThat(sent(context("127.0.0.1"))).matches("(?s)\\d+ <109>1 .* node1 gongbao - account\\.lock .*");
    }

    @Test
    void aServerOfAnotherNameIsSentNothing() throws Exception {
        SSLContext other = context("192.0.2.7");

        assertThatThrownBy(() -> sent(other)).isInstanceOf(SSLException.class);
    }
}

package org.gongbao.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.gongbao.ingest.VirusScanner.ScannerUnavailableException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client of clamd lets nothing through without a verdict. */
@Timeout(30)
class ClamdTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("a.txt"), text);
    }

    @Test
    void aCleanFileIsCleanAndAVirusHasItsName() throws IOException {
        try (FakeClamd daemon = new FakeClamd()) {
            Clamd client = new Clamd(daemon.where(), LONG);
            assertThat(client.scan(file("通知"))).isEmpty();
            assertThat(client.scan(file(""))).isEmpty();
            assertThat(client.scan(file(FakeClamd.EICAR))).contains("Test.EICAR-1");
            assertThat(client.scan(file("x".repeat(300_000) + FakeClamd.EICAR))).contains("Test.EICAR-1");
        }
    }

    @Test
    void itIsReachedBySocketFileToo() throws IOException {
        Path socket = Files.createTempDirectory(Path.of("/tmp"), "clamd").resolve("s");
        try (ServerSocketChannel server =
                        ServerSocketChannel.open(StandardProtocolFamily.UNIX).bind(UnixDomainSocketAddress.of(socket));
                FakeClamd daemon = new FakeClamd(server)) {
            assertThat(new Clamd(daemon.where(), LONG).scan(file(FakeClamd.EICAR)))
                    .isPresent();
        } finally {
            Files.deleteIfExists(socket);
            Files.deleteIfExists(socket.getParent());
        }
    }

    @Test
    void anAnswerThatIsNoVerdictLetsNothingThrough() throws IOException {
        try (FakeClamd daemon = new FakeClamd()) {
            Clamd client = new Clamd(daemon.where(), LONG);
            for (String answer : new String[] {"INSTREAM size limit exceeded. ERROR", "", "stream: OKAY"}) {
                daemon.answer = answer;
                Path file = file("通知");
                assertThatThrownBy(() -> client.scan(file))
                        .as(answer)
                        .isInstanceOf(ScannerUnavailableException.class)
                        .hasMessageContaining("no verdict");
            }
        }
    }

    @Test
    void aDaemonThatIsNotThereOrSaysNothingLetsNothingThrough() throws IOException {
        Path file = file("通知");
        String gone;
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            gone = silent.getInetAddress().getHostAddress() + ":" + silent.getLocalPort();
            Clamd impatient = new Clamd(gone, Duration.ofMillis(300));
            assertThatThrownBy(() -> impatient.scan(file)).isInstanceOf(ScannerUnavailableException.class);
        }
        Clamd client = new Clamd(gone, LONG);
        assertThatThrownBy(() -> client.scan(file))
                .isInstanceOf(ScannerUnavailableException.class)
                .hasMessageContaining("gave no answer");
    }

    @Test
    void anAddressWithoutAPortIsRefusedAtOnce() {
        assertThatThrownBy(() -> new Clamd("scanner", LONG))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("expected host:port");
    }
}

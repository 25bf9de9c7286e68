package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.ZoneId;
import org.gongbao.system.GongbaoSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {

    /** The example of the signed note's first description. */
    private static final String PRIVATE =
            "PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz";

    private static final String PUBLIC = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

    @Test
    void aKnownNoteIsSignedAsOthersSignIt() {
        LogKey key = LogKey.parse(PRIVATE);

        assertThat(key.verifierText()).isEqualTo(PUBLIC);
        assertThat(key.privateText()).isEqualTo(PRIVATE);
        assertThat(key.sign("If you think cryptography is the answer to your problem,\n"
                        + "then you don't know what your problem is.\n"))
                .isEqualTo(
                        "If you think cryptography is the answer to your problem,\n"
                                + "then you don't know what your problem is.\n\n"
                                + "— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n");
    }

    @Test
    void aCheckpointIsReadBackByTheKeyThatSignedItAlone() {
        LogKey key = LogKey.generate("yunzhou.example/log/示例");
        Checkpoint signed = Checkpoint.signed(key.name(), 4, new byte[32], key);

        assertThat(Checkpoint.verify(signed.note(), key.verifierText())).isEqualTo(signed);
        assertThat(signed.note()).startsWith("yunzhou.example/log/示例\n4\nAAAA");
        assertThatThrownBy(() -> Checkpoint.verify(signed.note().replace("\n4\n", "\n5\n"), key.verifierText()))
                .hasMessageContaining("not signed by");
        String other = LogKey.generate(key.name()).verifierText();
        assertThatThrownBy(() -> Checkpoint.verify(signed.note(), other)).hasMessageContaining("not signed by");
    }

    @Test
    void theKeyIsMadeOnceForItsOwnerAloneAndKeepsItsOrigin(@TempDir Path folder) throws Exception {
        LogSigner first = new LogSigner(folder, "a.example/log");
        LogSigner second = new LogSigner(folder, "b.example/log");

        assertThat(second.verifier()).isEqualTo(first.verifier());
        assertThat(second.origin()).isEqualTo("a.example/log");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("log.ed25519"))))
                .isEqualTo("rw-------");
    }

    @Test
    void aNewKeySignsBesideTheOneBeforeAsLongAsThatIsKept(@TempDir Path folder) throws Exception {
        String old = opened(folder, 3).verifier();
        Path before = folder.resolve("log.ed25519.before");
        Files.move(folder.resolve("log.ed25519"), before);

        for (int more : new int[] {0, 1}) {
            Signed both = opened(folder, more);
            assertThat(both.verifier()).isNotEqualTo(old).startsWith("yunzhou.example/log/示例+");
            assertThat(Checkpoint.verify(both.note(), old).size()).isEqualTo(3 + more);
            assertThat(Checkpoint.verify(both.note(), both.verifier()).size()).isEqualTo(3 + more);
            assertThat(both.manifest().lines()).hasSize(2);
            assertThat(Checkpoint.isSigned(TEXT, both.manifest(), old)).isTrue();
            assertThat(Checkpoint.isSigned(TEXT, both.manifest(), both.verifier()))
                    .isTrue();
        }
        Files.delete(before);
        Signed alone = opened(folder, 1);
        assertThat(Checkpoint.verify(alone.note(), alone.verifier()).size()).isEqualTo(5);
        assertThatThrownBy(() -> Checkpoint.verify(alone.note(), old)).hasMessageContaining("not signed by");
        assertThat(Checkpoint.isSigned(TEXT, alone.manifest(), old)).isFalse();
    }

    private static final String TEXT = "gongbao\nwords\n";

    /** What a log signs. */
    private record Signed(String verifier, String note, String manifest) {}

    /** Opens the log in a folder, which signs it after some more events. */
    private static Signed opened(Path folder, int events) {
        try (FilledLog filled = new FilledLog(folder, events)) {
            TransparencyLog log = filled.log();
            return new Signed(
                    log.verifier(), log.checkpoint().note(), log.sign(TEXT).orElseThrow());
        }
    }

    @Test
    void theKeyBeforeOfAnotherLogIsRefused(@TempDir Path folder) throws Exception {
        new LogSigner(folder, "a.example/log");
        Path other = Files.createDirectories(folder.resolve("other"));
        new LogSigner(other, "b.example/log");
        Files.move(other.resolve("log.ed25519"), folder.resolve("log.ed25519.before"));

        assertThatThrownBy(() -> new LogSigner(folder, "a.example/log")).hasMessageContaining("b.example/log");
    }

    @Test
    void theOriginIsTheAddressOfTheLogAndSaysWhenItIsOfSamples() {
        assertThat(LogOrigin.of(settings("https://Gongbao.Yunzhou.example/", false)))
                .isEqualTo("gongbao.yunzhou.example/log");
        assertThat(LogOrigin.of(settings("http://localhost:8080", true))).isEqualTo("localhost:8080/log/示例");
        assertThat(LogOrigin.of(settings("https://yunzhou.example/a+b", false))).isEqualTo("yunzhou.example/a-b/log");
    }

    private static GongbaoSettings settings(String base, boolean samples) {
        return new GongbaoSettings(
                Path.of("data"), URI.create(base), ZoneId.of("Asia/Shanghai"), "云州市人民政府办公室", samples, null);
    }

    @Test
    void aDamagedKeyIsRefused() {
        assertThatThrownBy(() -> LogKey.parse("secret")).hasMessageContaining("PRIVATE+KEY+name+hash+base64");
        assertThatThrownBy(() -> LogKey.parse(PRIVATE.replace("c74f20a3", "c74f20a4")))
                .hasMessageContaining("does not fit its hash");
        assertThatThrownBy(() -> LogKey.generate("two words")).hasMessageContaining("no blank");
    }

    @Test
    void aStoreThatHoldsNothingYetTakesTheOriginItIsAskedToHave(@TempDir Path folder) {
        Path known = folder.resolve("verifier");
        LogSigner made = LogSigner.open(folder, known, "a.example/log", true);

        assertThat(LogSigner.open(folder, known, "a.example/log", true).verifier())
                .isEqualTo(made.verifier());
        LogSigner samples = LogSigner.open(folder, known, "a.example/log/示例", true);
        assertThat(samples.origin()).isEqualTo("a.example/log/示例");
        assertThat(LogSigner.open(folder, known, "a.example/log", false).verifier())
                .as("once the store holds something")
                .isEqualTo(samples.verifier());
    }
}

package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.gongbao.system.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fixes the bytes of leaves, tiles, bundles and checkpoint for ever: whoever holds an old proof must be able to use it. */
class GoldenLogTest {

    private static final List<LogEvent.Type> EVENTS = List.of(LogEvent.Type.values());

    private static LogEvent event(long seq) {
        byte[] manifest = ("manifest " + seq).getBytes(StandardCharsets.UTF_8);
        return new LogEvent(
                seq,
                Instant.parse("2024-03-01T01:00:00Z").plusMillis(seq * 250),
                EVENTS.get((int) (seq % EVENTS.size())),
                new Uid("0123456789abcde" + (seq % 10)),
                (int) (seq % 3) + 1,
                Digests.sha256(manifest),
                Digests.sm3(manifest));
    }

    @Test
    void leavesRootTilesAndCheckpointAreThoseOfTheGoldenFile(@TempDir Path folder) throws Exception {
        try (Database database = Database.open(TestStore.sqlite(folder))) {
            database.write(sql -> {
                LogStore log = new LogStore(sql);
                for (long seq = 1; seq <= 300; seq++) {
                    LogEvent event = event(log.next());
                    log.append(LogStore.Entry.of(event, 1));
                }
                return true;
            });
            LogStore log = new LogStore(database.read());
            LogKey key = LogKey.ofSeed("yunzhou.example/log", new byte[32]);
            TransparencyLog served = new TransparencyLog(database, new LogSigner(folder, "yunzhou.example/log"));
            String found = String.join(
                    "\n",
                    "leaf 1: " + log.after(0, 1).get(0).leaf(),
                    "leaf 300: " + log.after(299, 1).get(0).leaf(),
                    "tile 0/000: " + digest(served.tile(0, 0, 256).orElseThrow()),
                    "tile 0/001.p/44: " + digest(served.tile(0, 1, 44).orElseThrow()),
                    "tile 1/000.p/1: "
                            + HexFormat.of().formatHex(served.tile(1, 0, 1).orElseThrow()),
                    "entries 000: " + digest(served.entries(0, 256).orElseThrow()),
                    "entries 001.p/2: " + digest(served.entries(1, 2).orElseThrow()),
                    "checkpoint: "
                            + Checkpoint.signed(key.name(), 300, log.tree().root(300), key)
                                    .note());

            assertThat(found).isEqualTo(golden());
        }
    }

    @Test
    void sm3IsThatOfTheStandard() {
        assertThat(Digests.sm3("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0");
    }

    private static String digest(byte[] bytes) {
        return bytes.length + " bytes, sha256 " + Digests.sha256(bytes);
    }

    private static String golden() throws IOException {
        try (var in = GoldenLogTest.class.getResourceAsStream("golden-log.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

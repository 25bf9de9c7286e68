package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.gongbao.Canary;
import org.gongbao.Gongbao;
import org.gongbao.ingest.Ingest;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Publisher;
import org.gongbao.publication.Uid;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Erasing with the real archive, search index, triple store, releases and workers. */
@Timeout(600)
class EraseCommandTest {

    private static final String CANARY = "kanarie7q3x";

    @TempDir
    Path files;

    @TempDir
    Path data;

    private Settings settings() {
        return new Settings(Gongbao.class, List.of("--gongbao.data=" + data));
    }

    private int run(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.add("--gongbao.data=" + data);
        return new CommandLineProgram(Gongbao.class).run(all.toArray(String[]::new));
    }

    private static String notice(int number, String words) {
        return """
                云州市人民政府办公室文件

                云政办字〔2023〕%d号

                云州市人民政府办公室关于%s工作的通知

                各区人民政府，市政府各部门：
                    为做好%s工作，现将有关事项通知如下。
                    一、加强领导。各区要把%s工作摆上重要位置。
                    二、自发布之日起施行。

                云州市人民政府办公室
                2023年5月8日
                """.formatted(number, words, words, words);
    }

    @Test
    void noFileOfTheDataFolderHoldsAWordOfWhatWasErased() throws Exception {
        Files.writeString(files.resolve(CANARY + ".txt"), notice(31, CANARY));
        Files.writeString(files.resolve(CANARY + ".txt.meta.json"), "{\"title\":\"" + CANARY + "\"}");
        Files.writeString(files.resolve("other.txt"), notice(32, "绿化"));
        Uid uid;
        try (Store store = Store.own(settings())) {
            Ingest ingest = store.get(Ingest.class);
            var batch = ingest.submit(List.of(files), true);
            ingest.awaitDone(batch, progress -> {});
            store.finish();
            store.get(org.gongbao.bulk.Releases.class).bringUpToDate();
            uid = ingest.outcomes(batch).stream()
                    .filter(outcome -> outcome.name().startsWith(CANARY))
                    .findFirst()
                    .orElseThrow()
                    .uid();
            assertThat(Canary.holding(data, CANARY))
                    .as("the canary is found where it lives")
                    .contains("archive/public", "archive/received", "linkeddata/store-1", "work/extractions")
                    .anyMatch(name -> name.startsWith("gongbao.db"))
                    .anyMatch(name -> name.startsWith("solr"))
                    .anyMatch(name -> name.startsWith("bulk"));
            store.get(Publisher.class).withdraw(uid, "依法撤下");
            store.finish();
        }

        assertThat(run("erase", uid.value(), "--by", "甲", "--with", "乙", "--reason", "依法销毁"))
                .isZero();

        assertThat(Canary.holding(data, CANARY)).isEmpty();
        assertThat(run("verify")).isZero();
        assertThat(run("rebuild")).isZero();
        assertThat(Canary.holding(data, CANARY)).isEmpty();
        try (Store store = Store.still(settings())) {
            assertThat(store.get(PublishedDocuments.class).count()).isEqualTo(1);
        }
        assertThat(run("erase", uid.value(), "--by", "甲", "--with", "甲", "--reason", "依法销毁"))
                .isNotZero();
    }
}

package org.gongbao.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.gongbao.bulk.Release;
import org.gongbao.bulk.Release.ReleaseFile;
import org.gongbao.bulk.ReleaseName;
import org.junit.jupiter.api.Test;

class ReleaseViewTest {

    private static ReleaseFile file(String name, String encoding) {
        return new ReleaseFile(name, "text/csv", encoding, 5, "0f", 9, "0f");
    }

    @Test
    void aTableIsOneRowWithAllItsFormsAndDescriptionsStandApart() {
        Release release = new Release(
                new ReleaseName(1, 1),
                Instant.EPOCH,
                1,
                List.of(
                        file("csv-metadata.json", "none"),
                        file("documents-excel.csv.gz", "gzip"),
                        file("documents-excel.csv.zst", "zstd"),
                        file("documents.csv.gz", "gzip"),
                        file("documents.csv.zst", "zstd"),
                        file("documents.ndjson.gz", "gzip"),
                        file("documents.parquet", "none")),
                Path.of("."));

        ReleaseView view = ReleaseView.of(release);

        assertThat(view.contents())
                .extracting(content -> content.name() + " "
                        + content.links().stream().map(ReleaseView.Link::label).toList())
                .containsExactly("documents.ndjson [gzip]", "documents.csv [gzip, zstd, parquet, excel]");
        assertThat(view.contents()).extracting(ReleaseView.Content::bytes).containsExactly(9L, 9L);
        assertThat(view.described()).extracting(ReleaseFile::name).containsExactly("csv-metadata.json");
    }
}

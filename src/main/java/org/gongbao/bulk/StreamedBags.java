package org.gongbao.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.gongbao.publication.Snapshots;

/** Bags of the packages in the archive, by the table of files of a release. */
final class StreamedBags implements Bags {

    private static final CSVFormat TABLE =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Releases releases;
    private final Snapshots snapshots;

    StreamedBags(Releases releases, Snapshots snapshots) {
        this.releases = releases;
        this.snapshots = snapshots;
    }

    @Override
    public List<Bag> of(Release release) {
        Path table = table(release, BagsTable.NAME);
        if (!Files.exists(table)) {
            return List.of();
        }
        try (Stream<CSVRecord> rows = rows(table)) {
            return rows.map(Bag::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the bags of the release " + release.name() + " cannot be read", e);
        }
    }

    @Override
    public InputStream open(Release release, Bag bag) throws IOException {
        Stream<BagFile> listed = files(release, bag);
        Stream<BagFile> packed = files(release, bag);
        BagDocuments documents = new BagDocuments(release, releases, snapshots);
        InputStream manifest = new LazyParts(listed.map(file -> LazyParts.of(file.manifestLine())));
        InputStream payload = new LazyParts(packed.map(file ->
                () -> TarParts.entry(bag.name() + "/" + file.path(), file.bytes(), file.at(), documents.open(file))));
        return new SequenceInputStream(java.util.Collections.enumeration(List.of(
                tag(bag, "bagit.txt", Bag.bagit()),
                tag(bag, "bag-info.txt", bag.info()),
                TarParts.entry(bag.name() + "/" + Bag.MANIFEST, bag.manifestBytes(), bag.newest(), manifest),
                tag(bag, "tagmanifest-sha256.txt", bag.tagManifest()),
                payload,
                TarParts.end())));
    }

    private static InputStream tag(Bag bag, String name, byte[] content) {
        return TarParts.entry(bag.name() + "/" + name, content, bag.newest());
    }

    private static Stream<BagFile> files(Release release, Bag bag) throws IOException {
        return rows(table(release, FilesTable.NAME))
                .map(BagFile::of)
                .filter(file -> Objects.equals(file.year(), bag.year()));
    }

    private static Path table(Release release, String name) {
        return release.folder().resolve(name + ".csv" + Packing.ZSTD.suffix);
    }

    private static Stream<CSVRecord> rows(Path table) throws IOException {
        CSVParser parser = TABLE.parse(new InputStreamReader(Packing.open(table), StandardCharsets.UTF_8));
        return parser.stream().onClose(() -> {
            try {
                parser.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

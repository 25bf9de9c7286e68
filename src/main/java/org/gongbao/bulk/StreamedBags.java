package org.gongbao.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
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

    /** Nothing where the release is taken away meanwhile, or was made before there were bags. */
    @Override
    public List<Bag> of(Release release) {
        try {
            return listed(release);
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("the bags of the release " + release.name() + " cannot be read", e);
        }
    }

    static List<Bag> listed(Release release) throws IOException {
        try (Stream<CSVRecord> rows = rows(table(release, BagsTable.NAME))) {
            return rows.map(Bag::of).toList();
        }
    }

    @Override
    public InputStream open(Release release, Bag bag, long from) throws IOException {
        BagDocuments documents = new BagDocuments(release, releases, snapshots);
        Stream<LazyParts.Part> tags = Stream.of(
                tag(bag, "bagit.txt", Bag.bagit()),
                tag(bag, "bag-info.txt", bag.info()),
                TarParts.entry(
                        bag.name() + "/" + Bag.MANIFEST,
                        bag.manifestBytes(),
                        bag.newest(),
                        () -> manifest(release, bag)),
                tag(bag, "tagmanifest-sha256.txt", bag.tagManifest()));
        Stream<LazyParts.Part> payload = files(release, bag)
                .map(file -> TarParts.entry(
                        bag.name() + "/" + file.path(), file.bytes(), file.at(), () -> documents.open(file)));
        return new LazyParts(Stream.concat(tags, Stream.concat(payload, Stream.of(TarParts.end()))), from);
    }

    private static InputStream manifest(Release release, Bag bag) throws IOException {
        try {
            return new LazyParts(files(release, bag).map(file -> LazyParts.Part.of(file.manifestLine())), 0);
        } catch (NoSuchFileException e) {
            throw BagDocuments.goneMeanwhile(release);
        }
    }

    private static LazyParts.Part tag(Bag bag, String name, byte[] content) {
        return TarParts.entry(bag.name() + "/" + name, content, bag.newest());
    }

    /** The payload of a bag, in its order; to be closed. */
    static Stream<BagFile> files(Release release, Bag bag) throws IOException {
        return rows(table(release, FilesTable.NAME))
                .map(BagFile::of)
                .filter(file -> Objects.equals(file.year(), bag.year()));
    }

    private static Path table(Release release, String name) {
        return release.folder().resolve(name + ".csv" + Packing.ZSTD.suffix);
    }

    private static Stream<CSVRecord> rows(Path table) throws IOException {
        InputStream in = Packing.open(table);
        try {
            CSVParser parser = TABLE.parse(new InputStreamReader(in, StandardCharsets.UTF_8));
            return parser.stream().onClose(() -> close(parser));
        } catch (IOException | RuntimeException e) {
            try (in) {
                throw e;
            }
        }
    }

    private static void close(CSVParser parser) {
        try {
            parser.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

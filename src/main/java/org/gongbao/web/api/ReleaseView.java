package org.gongbao.web.api;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.bulk.Release;
import org.gongbao.bulk.Release.ReleaseFile;

/**
 * What the page shows of a release: a row for each thing that is in it, however many files that is.
 *
 * @param address where it is, without a slash at its end
 * @param contents in the order in which readers look for them
 * @param described the descriptions for machines
 */
record ReleaseView(String address, Release release, List<Content> contents, List<ReleaseFile> described) {

    /** The twin of a table that is for spreadsheets. */
    private static final String EXCEL = "-excel.csv";

    private static final String PARQUET = ".parquet";

    private static final List<String> ORDER = List.of(
            "documents.ndjson",
            "documents.csv",
            "text.ndjson",
            "tables.csv",
            "duties.csv",
            "citations.csv",
            "agencies.csv",
            "documents.nq",
            "coverage.csv",
            "opening-list.csv",
            "files.csv",
            "bags.csv",
            "tombstones.csv");

    /**
     * Something in a release.
     *
     * @param bytes when it is unpacked
     * @param links how it can be had
     */
    record Content(String name, long bytes, List<Link> links) {}

    /** @param label {@code gzip}, {@code zstd}, {@code excel} for spreadsheets, or {@code parquet} */
    record Link(String label, ReleaseFile file) {}

    static ReleaseView of(Release release) {
        Map<String, Content> contents = new LinkedHashMap<>();
        List<ReleaseFile> described = new ArrayList<>();
        ORDER.forEach(name -> contents.put(name, new Content(name, 0, List.of())));
        for (ReleaseFile file : release.files()) {
            Content content = content(file);
            if (content.links().isEmpty()) {
                described.add(file);
            } else if (!content.links().get(0).label().equals("excel")
                    || file.encoding().equals("gzip")) {
                contents.merge(content.name(), content, ReleaseView::both);
            }
        }
        contents.values().removeIf(content -> content.links().isEmpty());
        return new ReleaseView(HeldReleases.path(release), release, List.copyOf(contents.values()), described);
    }

    /** What a file holds, and how; without a link where it describes others. */
    private static Content content(ReleaseFile file) {
        String name = file.content();
        if (name.endsWith(PARQUET)) {
            return new Content(
                    name.substring(0, name.length() - PARQUET.length()) + ".csv",
                    0,
                    List.of(new Link("parquet", file)));
        }
        if (file.encoding().equals("none")) {
            return new Content(name, file.bytes(), List.of());
        }
        return name.endsWith(EXCEL)
                ? new Content(
                        name.substring(0, name.length() - EXCEL.length()) + ".csv",
                        file.contentBytes(),
                        List.of(new Link("excel", file)))
                : new Content(name, file.contentBytes(), List.of(new Link(file.encoding(), file)));
    }

    private static Content both(Content one, Content other) {
        List<Link> links = new ArrayList<>(one.links());
        links.addAll(other.links());
        links.sort(java.util.Comparator.comparing(
                Link::label, java.util.Comparator.comparing("gzip zstd parquet excel"::indexOf)));
        return new Content(one.name(), Math.max(one.bytes(), other.bytes()), links);
    }
}

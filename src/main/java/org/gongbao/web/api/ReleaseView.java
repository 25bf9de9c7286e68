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
            "tombstones.csv");

    /**
     * Something in a release.
     *
     * @param bytes when it is unpacked
     * @param links how it can be had
     */
    record Content(String name, long bytes, List<Link> links) {}

    /** @param label {@code gzip}, {@code zstd}, or {@code excel} for spreadsheets */
    record Link(String label, ReleaseFile file) {}

    static ReleaseView of(Release release) {
        Map<String, Content> contents = new LinkedHashMap<>();
        List<ReleaseFile> described = new ArrayList<>();
        ORDER.forEach(name -> contents.put(name, new Content(name, 0, List.of())));
        for (ReleaseFile file : release.files()) {
            boolean isForSpreadsheets = file.content().endsWith(EXCEL);
            String name = isForSpreadsheets
                    ? file.content().substring(0, file.content().length() - EXCEL.length()) + ".csv"
                    : file.content();
            if (file.encoding().equals("none")) {
                described.add(file);
            } else if (!isForSpreadsheets || file.encoding().equals("gzip")) {
                Link link = new Link(isForSpreadsheets ? "excel" : file.encoding(), file);
                contents.merge(name, new Content(name, file.contentBytes(), List.of(link)), ReleaseView::both);
            }
        }
        contents.values().removeIf(content -> content.links().isEmpty());
        return new ReleaseView(DataController.path(release), release, List.copyOf(contents.values()), described);
    }

    private static Content both(Content one, Content other) {
        List<Link> links = new ArrayList<>(one.links());
        links.addAll(other.links());
        links.sort(java.util.Comparator.comparing(
                Link::label, java.util.Comparator.comparing("gzip zstd excel"::indexOf)));
        return new Content(one.name(), Math.max(one.bytes(), other.bytes()), links);
    }
}

package org.gongbao.recognition;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The profile of a gazette series or of a source (刊物规则), as an archivist writes it in {@code ingest/series/NAME.yaml}.
 *
 * @param id name of the file without its ending
 * @param family whether it stands for many series, which gives way to the profile of a single one
 * @param match by what it is told; one sign is enough
 * @param labels labels of metadata headers with the field each one fills
 * @param sidecar rows of key, field, form and rule, as in {@code sidecar.tsv}
 * @param noise lines that are no part of a document
 * @param numbering rows as in {@code sections.tsv}
 * @param issues how an issue is numbered: groups {@code issue}, {@code year}, {@code total}; empty for the usual ways
 * @param xml what the elements of an XML file are, null for a series without
 */
record Series(
        String id,
        int version,
        boolean family,
        Match match,
        Map<String, String> labels,
        List<List<String>> sidecar,
        List<String> noise,
        List<List<String>> numbering,
        List<Pattern> issues,
        @Nullable Xml xml) {

    /**
     * By what a series is told.
     *
     * @param masthead the name of the gazette above the number of an issue; group 1 is the name
     * @param runningHead what returns at the head of its pages; group 1 is the name of the gazette where it has one
     * @param meta meta tags of a page, with what they hold
     * @param sidecar keys of a sidecar, with what they hold
     * @param indexNumber what its index numbers look like
     * @param root the root element of an XML file
     * @param namespace of the root element
     */
    record Match(
            List<Pattern> masthead,
            List<Pattern> runningHead,
            Map<String, Pattern> meta,
            Map<String, Pattern> sidecar,
            List<Pattern> indexNumber,
            @Nullable String root,
            @Nullable String namespace) {}

    /**
     * What elements are. An element is named by its name, or by the end of its path: {@code article/number}.
     *
     * @param title the title of the whole, made from elements in braces; null where a field has it
     * @param fields elements of the text that fill a field
     * @param metadata elements beside the text that fill a field
     * @param values what a word of an element means, by element
     * @param numbers elements that are the label of the paragraph behind them
     * @param leaveOut elements that are no part of the text
     * @param items elements that are documents of their own
     * @param tables elements that are tables
     */
    record Xml(
            @Nullable String title,
            Map<String, String> fields,
            Map<String, String> metadata,
            Map<String, Map<String, String>> values,
            List<String> numbers,
            List<String> leaveOut,
            List<String> items,
            List<XmlTable> tables) {}

    /** The elements of a table, its rows and its cells. */
    record XmlTable(String table, String row, String cell) {}

    /** The name of a rule of this profile: {@code series.yunshui-gazette.label/1}. */
    String rule(String part) {
        return "series." + id + "." + part + "/" + version;
    }
}

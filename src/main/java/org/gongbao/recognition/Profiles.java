package org.gongbao.recognition;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.record.AgencyAuthority;
import org.gongbao.record.AgencyNames;
import org.jspecify.annotations.Nullable;

/**
 * The profiles (识别规则): everything that recognition knows of labels, agencies, kinds and words, read from the plain files
 * of {@code ingest}. Immutable; load it once.
 */
public final class Profiles {

    private static final String AGENCIES = "agencies";

    private final Map<String, String> labels = new LinkedHashMap<>();
    private final ProfileTable sidecar;
    private final ProfileTable agencies;
    private final Map<String, String> kinds = new LinkedHashMap<>();
    private final List<String> forms;
    private final List<String> titles;
    private final ProfileTable citations;
    private final ProfileTable cleanup;
    private final List<String> cited;
    private final List<String> noise;
    private final ProfileTable sections;
    private final ProfileTable tasks;
    private final List<Series> series;
    private final @Nullable Series matched;
    private final ProfileTable disclosure;
    private final ProfileTable languages;
    private final ProfileTable instruments;
    private final Simplification simplification;
    private final Confidences confidences;
    private final ProofreadingTables proofreading;
    private final AgencyAuthority authority;

    private Profiles(@Nullable Path folder) {
        for (List<String> row : ProfileTable.load("labels.tsv", folder).rows()) {
            ProfileTable.alternatives(row.get(1)).forEach(label -> labels.put(label, row.get(0)));
        }
        for (List<String> row : ProfileTable.load("kinds.tsv", folder).rows()) {
            kinds.put(row.get(0), row.get(1));
        }
        sidecar = ProfileTable.load("sidecar.tsv", folder);
        agencies = ProfileTable.load("agencies.tsv", folder);
        forms = longestFirst(ProfileTable.load("forms.txt", folder).lines());
        titles = longestFirst(ProfileTable.load("titles.txt", folder).lines());
        citations = ProfileTable.load("citations.tsv", folder);
        cleanup = ProfileTable.load("cleanup.tsv", folder);
        cited = longestFirst(ProfileTable.load("cited.txt", folder).lines());
        noise = ProfileTable.load("noise.txt", folder).lines();
        sections = ProfileTable.load("sections.tsv", folder);
        tasks = ProfileTable.load("tasks.tsv", folder);
        series = SeriesFiles.load(folder);
        matched = null;
        disclosure = ProfileTable.load("disclosure.tsv", folder);
        languages = ProfileTable.load("languages.tsv", folder);
        instruments = ProfileTable.load("instruments.tsv", folder);
        simplification = Simplification.of(languages);
        confidences = new Confidences(ProfileTable.load("confidence.tsv", folder));
        proofreading = ProofreadingTables.load(folder);
        authority = new AgencyAuthority(new AgencyAuthority.Tables(
                authority("divisions.tsv", folder),
                authority("short-names.tsv", folder),
                authority("kinds.tsv", folder),
                authority("names.tsv", folder),
                authority("groups.tsv", folder)));
    }

    private static List<List<String>> authority(String name, @Nullable Path folder) {
        return ProfileTable.load(AGENCIES, name, folder).rows();
    }

    /** The dated names of agencies alone. */
    public static AgencyNames agencyNames(@Nullable Path folder) {
        return new AgencyNames(authority("names.tsv", folder));
    }

    /** The profiles of all with those of one series on top. */
    private Profiles(Profiles all, Series one) {
        labels.putAll(all.labels);
        labels.putAll(one.labels());
        kinds.putAll(all.kinds);
        sidecar = all.sidecar.under(one.sidecar());
        noise = Stream.concat(one.noise().stream(), all.noise.stream()).toList();
        sections = all.sections.under(one.numbering());
        series = Stream.concat(Stream.of(one), all.series.stream().filter(each -> !each.equals(one)))
                .toList();
        matched = one;
        agencies = all.agencies;
        forms = all.forms;
        titles = all.titles;
        citations = all.citations;
        cleanup = all.cleanup;
        cited = all.cited;
        tasks = all.tasks;
        disclosure = all.disclosure;
        languages = all.languages;
        instruments = all.instruments;
        simplification = all.simplification;
        confidences = all.confidences;
        proofreading = all.proofreading;
        authority = all.authority;
    }

    /** The profiles as they are for a document of the series. */
    Profiles with(Series one) {
        return new Profiles(this, one);
    }

    /** The profiles packed in the jar. */
    public static Profiles packed() {
        return new Profiles(null);
    }

    /** The packed profiles with files of the given folder in their place, where it has them. */
    public static Profiles over(@Nullable Path folder) {
        return new Profiles(folder);
    }

    /** Labels of metadata headers with the field each one fills. */
    Map<String, String> labels() {
        return labels;
    }

    /** Endings of titles with the kind of document each one means. */
    Map<String, String> kinds() {
        return kinds;
    }

    List<String> forms() {
        return forms;
    }

    /** What a title may end with beside kinds and forms. */
    List<String> titles() {
        return titles;
    }

    ProfileTable sidecar() {
        return sidecar;
    }

    ProfileTable agencies() {
        return agencies;
    }

    /** Which agency a name means. */
    AgencyAuthority authority() {
        return authority;
    }

    ProfileTable citations() {
        return citations;
    }

    ProfileTable cleanup() {
        return cleanup;
    }

    List<String> cited() {
        return cited;
    }

    List<String> noise() {
        return noise;
    }

    ProfileTable sections() {
        return sections;
    }

    ProfileTable tasks() {
        return tasks;
    }

    /** The profiles of series: the one that matched first, single ones before families. */
    List<Series> series() {
        return series;
    }

    /** The rule by which a label of a header is read: the matched series' own, or that of all. */
    String labelRule(String label) {
        return matched != null && matched.labels().containsKey(label) ? matched.rule("label") : "header.label/1";
    }

    ProfileTable disclosure() {
        return disclosure;
    }

    ProfileTable languages() {
        return languages;
    }

    /** Lines that name acts and notices in other languages. */
    ProfileTable instruments() {
        return instruments;
    }

    ProofreadingTables proofreading() {
        return proofreading;
    }

    /** How much each rule may promise. */
    Confidences confidences() {
        return confidences;
    }

    /** How words in traditional characters are compared. */
    Simplification simplification() {
        return simplification;
    }

    /** A regular expression that matches any of the words, the longest first. */
    static String anyOf(Collection<String> words) {
        return longestFirst(words).stream()
                .map(java.util.regex.Pattern::quote)
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    private static List<String> longestFirst(Collection<String> words) {
        return words.stream()
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }
}

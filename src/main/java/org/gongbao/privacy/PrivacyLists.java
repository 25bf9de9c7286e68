package org.gongbao.privacy;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongbao.recognition.ProfileTable;
import org.jspecify.annotations.Nullable;

/**
 * What archivists have written of personal data (词表): kinds, heads of columns, cues, places and surnames, read from the plain
 * files of {@code ingest/privacy}. Immutable; load it once.
 */
final class PrivacyLists {

    private static final String PART = "privacy";

    /** What people are called by; {@code 残疾人数} counts them. */
    private static final Set<String> NAMES = Set.of("name", "child");

    /** Blanks, and what stands in brackets behind a head: {@code 金额（元）}. */
    private static final Pattern BESIDE_HEAD = Pattern.compile("[\\s\\u00A0\\u3000]+|[（(][^（）()]*[）)]");

    private static final PrivacyLists PACKED = new PrivacyLists(null);

    /** What is to be done with a kind, how sure it is, and how a reason names it. */
    record Kind(String action, double confidence, String reason) {}

    private final Map<String, Kind> kinds = new LinkedHashMap<>();
    private final Map<String, String> heads = new HashMap<>();
    private final Map<String, Pattern> cues = new HashMap<>();
    private final Set<String> surnames = new HashSet<>();
    private final Set<String> provinces;
    private final String plates;
    private int longestHead;

    private PrivacyLists(@Nullable Path folder) {
        for (List<String> row : ProfileTable.load(PART, "kinds.tsv", folder).rows()) {
            kinds.put(row.get(0), new Kind(row.get(1), Double.parseDouble(row.get(2)), row.get(3)));
        }
        for (List<String> row : ProfileTable.load(PART, "columns.tsv", folder).rows()) {
            for (String head : ProfileTable.alternatives(row.get(1))) {
                heads.put(bare(head), row.get(0));
                longestHead = Math.max(longestHead, head.length());
            }
        }
        for (List<String> row : ProfileTable.load(PART, "cues.tsv", folder).rows()) {
            cues.put(row.get(0), anyOf(ProfileTable.alternatives(row.get(1))));
        }
        ProfileTable.load(PART, "surnames.tsv", folder)
                .rows()
                .forEach(row -> surnames.addAll(ProfileTable.alternatives(row.get(1))));
        ProfileTable places = ProfileTable.load(PART, "places.tsv", folder);
        provinces = Set.copyOf(places.words("province"));
        plates = String.join("", places.words("plate"));
    }

    /** The lists packed in the jar, with files of the given folder in their place, where it has them. */
    static PrivacyLists over(@Nullable Path folder) {
        return folder == null ? PACKED : new PrivacyLists(folder);
    }

    /** Whether the lists know the kind. */
    boolean has(String kind) {
        return kinds.containsKey(kind);
    }

    Kind kind(String name) {
        return kinds.getOrDefault(name, new Kind("review", 0.5, name));
    }

    /** The words of a use, any of them. */
    Pattern cue(String use) {
        return Objects.requireNonNull(cues.get(use), () -> "cues.tsv has no row " + use);
    }

    boolean says(String use, String text) {
        return cue(use).matcher(text).find();
    }

    /** What stands under a head, empty where it is not known: by the longest word it ends with, or else holds, names excepted. */
    String under(String head) {
        String words = bare(head);
        if (words.length() > 2 * longestHead) {
            return "";
        }
        for (int start = 0; start < words.length(); start++) {
            String known = heads.get(words.substring(start));
            if (known != null) {
                return known;
            }
        }
        for (int length = words.length() - 1; length > 1; length--) {
            for (int start = 0; start + length < words.length(); start++) {
                String known = heads.get(words.substring(start, start + length));
                if (known != null && !NAMES.contains(known)) {
                    return known;
                }
            }
        }
        return "";
    }

    /** What stands behind a label that ends the text, empty where it is none: by the longest word it ends with. */
    String labelled(String before) {
        String words = bare(before);
        for (int start = Math.max(0, words.length() - longestHead); start < words.length(); start++) {
            String known = heads.get(words.substring(start));
            if (known != null) {
                return known;
            }
        }
        return "";
    }

    /** What stands under a head of just these words, empty where it is none. */
    String headed(String words) {
        return heads.getOrDefault(bare(words), "");
    }

    boolean isSurname(String characters) {
        return surnames.contains(characters);
    }

    boolean isProvince(String digits) {
        return provinces.contains(digits);
    }

    /** The short names of provinces that number plates begin with, as one string. */
    String plates() {
        return plates;
    }

    static String bare(String head) {
        return BESIDE_HEAD.matcher(head).replaceAll("");
    }

    private static Pattern anyOf(List<String> words) {
        return Pattern.compile(words.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
    }
}

package org.gongbao.publication;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gongbao.record.DocumentKind;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What may be done with published documents: a statement for all, and others for kinds of documents (文种). Manifests of releases, the
 * catalogue and linked data say the same, so it stands where all of them can read it.
 *
 * @param licence address of the licence or mark
 * @param zh the statement in Chinese
 * @param en the statement in English
 * @param byKind statements that take its place for some kinds
 */
@Validated
@ConfigurationProperties("gongbao.rights")
public record RightsSettings(
        @NotBlank @Pattern(regexp = ADDRESS) @DefaultValue(LICENCE)
        String licence,

        @NotBlank @DefaultValue(CHINESE) String zh,
        @NotBlank @DefaultValue(ENGLISH) String en,
        List<ByKind> byKind) {

    /** What has none of the fifteen kinds. */
    public static final String OTHER = "其他";

    private static final String ADDRESS = "https?://[^\\s\"<>]+";
    private static final String LICENCE = "https://creativecommons.org/publicdomain/mark/1.0/";
    private static final String CHINESE = "国家机关的公文，依照《中华人民共和国著作权法》第五条不受著作权保护，可以自由使用；使用时请注明出处。";
    private static final String ENGLISH =
            "Official documents of state organs, not protected by copyright (Copyright Law of"
                    + " the PRC, article 5), free to use; please name the source.";

    public RightsSettings {
        byKind = byKind == null ? List.of() : List.copyOf(byKind);
        Set<String> seen = new LinkedHashSet<>();
        for (ByKind rights : byKind) {
            for (String kind : rights.kinds()) {
                if (!seen.add(kind)) {
                    throw new IllegalArgumentException("gongbao.rights.by-kind names the kind " + kind + " twice");
                }
            }
        }
    }

    /**
     * What may be done with some kinds.
     *
     * @param kinds of the fifteen, or {@value #OTHER}
     * @param licence address of the licence; none: no licence, only the statement
     */
    public record ByKind(List<String> kinds, @Nullable String licence, String zh, String en) {
        public ByKind {
            kinds = kinds == null ? List.of() : List.copyOf(kinds);
            licence = licence == null || licence.isBlank() ? null : licence.strip();
            if (kinds.isEmpty() || !known().toList().containsAll(kinds)) {
                throw new IllegalArgumentException("gongbao.rights.by-kind has the kinds " + kinds
                        + ", expected one or more of " + known().toList());
            }
            if (isBlank(zh) || isBlank(en)) {
                throw new IllegalArgumentException(
                        "gongbao.rights.by-kind for " + kinds + " lacks a statement, expected zh and en");
            }
            if (licence != null && !licence.matches(ADDRESS)) {
                throw new IllegalArgumentException("gongbao.rights.by-kind for " + kinds + " has the licence " + licence
                        + ", expected an address that begins with https://");
            }
        }

        private static boolean isBlank(@Nullable String text) {
            return text == null || text.isBlank();
        }

        private static Stream<String> known() {
            return Stream.concat(DocumentKind.labels().stream(), Stream.of(OTHER));
        }
    }

    /**
     * What may be done with something.
     *
     * @param licence address of the licence, null where there is only the statement
     */
    public record Rights(@Nullable String licence, String zh, String en) {}

    /** The settings of who sets nothing. */
    public static RightsSettings standard() {
        return new RightsSettings(LICENCE, CHINESE, ENGLISH, List.of());
    }

    /** What holds for all that no kind says otherwise of. */
    public Rights standing() {
        return new Rights(licence, zh, en);
    }

    /** What holds for a document. */
    public Rights of(DocumentRecord record) {
        return ofKind(record.documentKind());
    }

    /** What holds for documents of a kind, null for those of none. */
    public Rights ofKind(@Nullable String kind) {
        String key = kind == null ? OTHER : kind;
        return byKind.stream()
                .filter(rights -> rights.kinds().contains(key))
                .findFirst()
                .map(rights -> new Rights(rights.licence(), rights.zh(), rights.en()))
                .orElseGet(this::standing);
    }
}

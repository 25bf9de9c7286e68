package org.gongbao.recognition;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The language of a document (语种) as BCP 47: Chinese by its characters, simplified or traditional by those that differ; others by
 * common words. Undecided text is {@code und}.
 */
final class LanguageStep implements Step {

    private static final int SAMPLE = 20_000;

    private final ProfileTable languages;

    LanguageStep(Profiles profiles) {
        languages = profiles.languages();
    }

    @Override
    public void apply(Draft draft) {
        draft.record().language(of(draft.flow().text()));
    }

    /** Whether the text is plainly in a language of Latin letters; a table of figures is not. */
    boolean isLatin(String text) {
        String language = of(text);
        return !language.startsWith("zh") && !language.equals("und");
    }

    String of(String text) {
        String sample = text.substring(0, Math.min(SAMPLE, text.length()));
        long han = sample.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                .count();
        long latin = sample.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        if (han * 3 > latin && han > 0) {
            return count(sample, "zh-Hant") > count(sample, "zh-Hans") ? "zh-Hant" : "zh-Hans";
        }
        return latin == 0 ? "und" : latin(sample);
    }

    private long count(String sample, String language) {
        String characters = languages.words(language).get(0);
        return sample.chars().filter(c -> characters.indexOf(c) >= 0).count();
    }

    private String latin(String sample) {
        List<String> words = Arrays.asList(sample.toLowerCase(Locale.ROOT).split("[^\\p{IsLatin}]+"));
        String best = "und";
        long most = 2;
        for (List<String> row : languages.rows()) {
            if (!row.get(0).startsWith("zh")) {
                Set<String> common = Set.of(row.get(1).split(" "));
                long hits = words.stream().filter(common::contains).count();
                if (hits > most) {
                    most = hits;
                    best = row.get(0);
                }
            }
        }
        return best;
    }
}

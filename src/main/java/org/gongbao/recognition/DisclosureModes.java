package org.gongbao.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gongbao.record.Disclosure;

/**
 * Reads modes of disclosure (公开方式) as they are written: {@code 依 申 请 公 开}, {@code 不予公开（工作秘密）}, in a note
 * {@code （此件不宜公开）}. What is stated but not known stays as it is written, since nobody said that it is 主动公开.
 */
final class DisclosureModes {

    /** A note longer than this is running text; one that does not name the document is shorter. */
    private static final int LONGEST_NOTE = 40;

    private static final int LONGEST_NAMELESS = 14;

    /** {@code 此件}, {@code 公开属性：}: what a note begins with. */
    private static final Pattern NAMED = Pattern.compile("(?:此件|本件|该件|此文|本文|公开(?:方式|属性|类型|形式)).*");

    private static final Pattern BRACKETED = Pattern.compile("[（(【\\[〔](.+)[)）】\\]〕]");

    private final List<String> modes;
    private final List<String> proactive;
    private final Pattern medium;
    private final Pattern restricted;
    private final Simplification simplification;

    DisclosureModes(Profiles profiles) {
        modes = profiles.disclosure().words("mode").stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        proactive = profiles.disclosure().words("proactive");
        medium = Pattern.compile(Profiles.anyOf(profiles.disclosure().words("medium")));
        restricted = Pattern.compile(Profiles.anyOf(profiles.disclosure().words("restricted")));
        simplification = profiles.simplification();
    }

    List<String> known() {
        return modes;
    }

    /** The mode that a stated value means, the value without blanks where it is none that is known; empty for a medium. */
    Optional<String> stated(String value) {
        String words = simplification.of(Blanks.remove(value));
        Optional<String> mode = modes.stream().filter(words::startsWith).findFirst();
        if (mode.isPresent()) {
            boolean doubtful = mode.get().equals(Disclosure.PROACTIVE)
                    && restricted.matcher(words.substring(mode.get().length())).find();
            return Optional.of(doubtful ? words : mode.get());
        }
        if (proactive.contains(words)) {
            return Optional.of(Disclosure.PROACTIVE);
        }
        boolean where =
                medium.matcher(words).find() && !restricted.matcher(words).find();
        return words.isEmpty() || where ? Optional.empty() : Optional.of(words);
    }

    boolean isKnown(String mode) {
        return modes.contains(mode);
    }

    /** The mode that a line says if it is a note about the document's disclosure. */
    Optional<String> noted(String line) {
        String words = simplification.of(Blanks.remove(line));
        if (!words.contains("公开") || words.length() > LONGEST_NOTE) {
            return Optional.empty();
        }
        var bracketed = BRACKETED.matcher(words);
        String note = bracketed.matches() ? bracketed.group(1) : words;
        boolean named = NAMED.matcher(note).matches();
        if (!modes.contains(note) && !(named || bracketed.matches() && note.length() <= LONGEST_NAMELESS)) {
            return Optional.empty();
        }
        Optional<String> held = modes.stream()
                .filter(mode -> !mode.equals(Disclosure.PROACTIVE) && note.contains(mode))
                .findFirst();
        if (held.isPresent() || restricted.matcher(note).find()) {
            return held.or(() -> Optional.of(note));
        }
        return note.contains(Disclosure.PROACTIVE) ? Optional.of(Disclosure.PROACTIVE) : Optional.empty();
    }
}

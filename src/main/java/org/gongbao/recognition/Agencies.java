package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Knows names of agencies (机关名称) by how they begin and end, and takes names apart that a source ran together, such as two
 * joint issuers on one line. Abbreviations are never written out.
 */
final class Agencies {

    /** Characters of a name: Han, brackets, middle dots; no punctuation of sentences. */
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}（）()·“”]{2,45}");

    /** What no name of an agency holds. */
    private static final Pattern NOT_IN_NAME = Pattern.compile("关于|的|印发|通知|附件|负责人|如下|第.{1,4}[章条]|联系");

    private final List<String> suffixes;
    private final List<String> starters;
    private final Set<String> bodies;
    private final Simplification simplification;

    Agencies(Profiles profiles) {
        suffixes = profiles.agencies().words("suffix").stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
        starters = profiles.agencies().words("starter");
        bodies = Set.copyOf(profiles.agencies().words("body"));
        simplification = profiles.simplification();
    }

    /** Whether the whole text is the name of one agency, or of several run together. */
    boolean isName(String name) {
        String text = simplification.of(name);
        return bodies.contains(text)
                || text.length() >= 3
                        && NAME.matcher(text).matches()
                        && !NOT_IN_NAME.matcher(text).find()
                        && endsLikeName(text);
    }

    /** Whether the text ends as names of agencies do. */
    boolean endsLikeName(String text) {
        String bare = simplification.of(text).replaceAll("[（(][^（）()]{1,12}[)）]$", "");
        return bodies.contains(bare)
                || suffixes.stream().anyMatch(suffix -> bare.endsWith(suffix) && bare.length() > suffix.length());
    }

    /**
     * The names in a line of issuers: parted by blanks or 、, or run together.
     *
     * @return empty where the line holds anything but names
     */
    List<String> names(String line) {
        List<String> names = new ArrayList<>();
        for (String part : parts(line)) {
            if (!isName(part)) {
                return List.of();
            }
            names.addAll(takeApart(part));
        }
        return names;
    }

    private List<String> parts(String line) {
        String[] blanks = line.split("[" + Blanks.CLASS + "、，,;；]+");
        List<String> parts = new ArrayList<>();
        boolean letterSpaced = List.of(blanks).stream().anyMatch(part -> !isName(part));
        String squeezed = Blanks.remove(line);
        if (letterSpaced && isName(squeezed)) {
            return List.of(squeezed);
        }
        for (String part : blanks) {
            if (!part.isEmpty()) {
                parts.add(part);
            }
        }
        return parts;
    }

    /** {@code 云州市财政局云州市教育局} → both; a single name stays whole. */
    List<String> takeApart(String text) {
        for (int cut = 3; cut <= text.length() - 3; cut++) {
            String head = text.substring(0, cut);
            String rest = text.substring(cut);
            if (endsLikeName(head) && beginsAnew(head, rest) && isName(rest) && !isPartOfLonger(head, rest)) {
                List<String> names = new ArrayList<>();
                names.add(head);
                names.addAll(takeApart(rest));
                return names;
            }
        }
        return List.of(text);
    }

    /** A new name begins with the same place as the first, or as names of agencies begin. */
    private boolean beginsAnew(String head, String rest) {
        return rest.startsWith(head.substring(0, 2))
                || starters.stream().anyMatch(rest::startsWith)
                || bodies.stream().anyMatch(body -> body.length() > 2 && rest.startsWith(body));
    }

    /** {@code 中国人民银行|中国…}: 中国人民 alone ends with no suffix; {@code 国家税务总局|北京市税务局} stays one name. */
    private static boolean isPartOfLonger(String head, String rest) {
        return head.endsWith("国家") || head.endsWith("中国") || rest.equals("办公厅") || rest.equals("办公室");
    }

    /** The agency that a title begins with, before 关于, 印发 or 转发; empty where it does not name one. */
    List<String> ofTitle(String title) {
        int end = firstOf(simplification.of(title), "关于", "印发", "转发", "批转", "公布", "发布", "办公厅转发");
        if (end < 2) {
            return List.of();
        }
        String head = title.substring(0, end);
        return names(head);
    }

    private static int firstOf(String text, String... words) {
        int first = -1;
        for (String word : words) {
            int at = text.indexOf(word);
            if (at >= 0 && (first < 0 || at < first)) {
                first = at;
            }
        }
        return first;
    }
}

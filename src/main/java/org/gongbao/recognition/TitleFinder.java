package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds the lines of a title (标题) among the lines of a head. A title may take several lines; it ends with a kind of
 * document or a form of instrument. The letterhead (发文机关标志) is no part of it; of a page's title and the document's own,
 * the one nearest to the body is taken.
 */
final class TitleFinder {

    /** A line that goes on with the title of the line before: {@code 的通知}, {@code （试行）}, {@code 》的通知}. */
    private static final Pattern GOES_ON = Pattern.compile("(?:的|》|〉|、|和|及|与|（[^）]{1,12}）$|\\([^)]{1,12}\\)$).*");

    private final LineKinds kinds;

    TitleFinder(LineKinds kinds) {
        this.kinds = kinds;
    }

    /** The lines of the title, empty where no line ends as titles do. */
    List<Segment> find(List<Segment> head) {
        List<List<Segment>> groups = new ArrayList<>();
        List<Segment> open = new ArrayList<>();
        int before = -2;
        for (Segment line : head) {
            if (line.index() != before + 1) {
                open = new ArrayList<>();
            }
            before = line.index();
            if (isBarrier(line)) {
                open = new ArrayList<>();
                continue;
            }
            if (open.isEmpty() && !groups.isEmpty() && goesOn(last(groups), line)) {
                last(groups).add(line);
                continue;
            }
            open.add(line);
            if (kinds.endsTitle(line.text()) && isBalanced(joined(open))) {
                groups.add(open);
                open = new ArrayList<>();
            }
        }
        return groups.isEmpty() ? List.of() : withoutLetterhead(last(groups));
    }

    private boolean isBarrier(Segment line) {
        String text = line.squeezed();
        return text.endsWith("文件") && kinds.agencies().isName(text.substring(0, Math.max(0, text.length() - 2)))
                || text.matches("[（(]?(?:19|20)\\d{2}年.*") && text.length() < 16
                || text.matches("^签发人.*|^目\\s*录$")
                || line.text().length() > 110;
    }

    /** Whether the line belongs to the group before it, although that one could end there. */
    private boolean goesOn(List<Segment> group, Segment line) {
        Segment end = group.get(group.size() - 1);
        if (end.index() + 1 != line.index()) {
            return false;
        }
        String text = line.squeezed();
        if (GOES_ON.matcher(text).matches()) {
            return kinds.endsTitle(text) || text.length() <= 14;
        }
        boolean startsAnew = kinds.hasSubject(text) || kinds.agencies().isName(text);
        boolean unfinished = kinds.hasSubject(joined(group))
                && kinds.kindAtEnd(joined(group)).isEmpty();
        return unfinished && !startsAnew && kinds.kindAtEnd(text).isPresent();
    }

    /** {@code 关于印发《…工作} is not whole yet: its bracket is open. */
    private static boolean isBalanced(String title) {
        return title.chars().filter(c -> c == '《').count()
                <= title.chars().filter(c -> c == '》').count();
    }

    /** A line with the agency alone above a title that names it again is the letterhead. */
    private List<Segment> withoutLetterhead(List<Segment> lines) {
        List<Segment> kept = new ArrayList<>(lines);
        while (kept.size() > 1) {
            String first = kept.get(0).squeezed();
            String rest = joined(kept.subList(1, kept.size()));
            boolean repeated = rest.startsWith(first) && kinds.agencies().isName(first);
            boolean stray = !kinds.startsWithSubject(rest)
                    && kinds.hasSubject(rest)
                    && !kinds.agencies().isName(first)
                    && !kinds.hasSubject(first)
                    && !kinds.agencies().ofTitle(rest).isEmpty();
            if (!repeated && !stray) {
                break;
            }
            kept.remove(0);
        }
        return kept;
    }

    static String joined(List<Segment> lines) {
        StringBuilder title = new StringBuilder();
        for (Segment line : lines) {
            String text = Blanks.joined(line.text().replaceFirst("^#{1,3}\\s+", ""));
            if (!title.isEmpty() && isLatin(title.charAt(title.length() - 1)) && isLatin(text.charAt(0))) {
                title.append(' ');
            }
            title.append(text);
        }
        return title.toString();
    }

    private static boolean isLatin(char c) {
        return c < 0x250 && Character.isLetter(c);
    }

    private static List<Segment> last(List<List<Segment>> groups) {
        return groups.get(groups.size() - 1);
    }
}

package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentNumberReader;
import org.jspecify.annotations.Nullable;

/** Finds the parts of a document: the head here, signature and annexes through {@link TailReader}. */
final class AnatomyReader {

    /** How many lines a head may have at most. */
    private static final int LONGEST_HEAD = 70;

    /** {@code 第 711 号} on the line below {@code 国务院令}, {@code 2024年第1号} below that of a department. */
    private static final Pattern SERIAL = Pattern.compile("[(（]?(?:(?:19|20)\\d{2}年)?第.{1,8}号[)）]?");

    /** {@code 公 告} alone below the name of its agency. */
    /** {@code 云州市第八届人民代表大会常务委员会公告}: what makes local regulations (地方性法规) known, as 令 does rules. */
    private static final Pattern ASSEMBLY = Pattern.compile(".*人民代表大会(?:常务委员会)?公告");

    private static final Pattern PROMULGATED = Pattern.compile("《.+》.*(?:通过|批准).*(?:公布|发布).*");

    private static final Pattern BARE_KIND = Pattern.compile("令|公告|通告");

    /** {@code 各县（市、区）人民政府，市政府各部门，} with more addressees on the line below. */
    private static final Pattern ADDRESSED = Pattern.compile("各[^。：:]{3,}|[^。：:]{3,}[，,、；;]");

    private static final Pattern SIGNER = Pattern.compile("[" + Blanks.CLASS + "]*签发人[:：].*$");

    private final LineKinds kinds;
    private final TitleFinder titles;
    private final TailReader tails;
    private final DataTables tables;

    AnatomyReader(LineKinds kinds, DataTables tables) {
        this.kinds = kinds;
        this.tables = tables;
        titles = new TitleFinder(kinds);
        tails = new TailReader(kinds);
    }

    Anatomy read(Flow flow, Header header) {
        List<Segment> head = new ArrayList<>();
        int addressee = -1;
        int line = 0;
        int data = tables.first(flow);
        for (; line < flow.size() && head.size() < LONGEST_HEAD; line++) {
            Segment segment = flow.segment(line);
            if (header.has(line) || kinds.isNoise(segment.text())) {
                continue;
            }
            if (kinds.isAddressee(segment.text()) && !isNumbered(segment)) {
                addressee = line++;
                break;
            }
            if (kinds.isBody(segment.text()) && !isTitle(segment) || isTableOfData(segment, header) || line == data) {
                break;
            }
            head.add(segment);
        }
        int addressed = addressee < 0 ? -1 : addressedFrom(head, addressee);
        List<Segment> title = titles.find(withoutNumbers(head, flow));
        Anatomy.NumberLine number = number(head);
        int body = addressee < 0 ? bodyAfter(head, title, number, line) : line;
        TailReader.Tail tail = tails.read(flow, header, body, TitleFinder.joined(title));
        return new Anatomy(
                List.copyOf(head),
                title,
                number,
                addressed,
                addressee,
                body,
                tail.signature(),
                tail.date(),
                tail.end(),
                tail.annexes());
    }

    /** Takes the lines of addressees above their last one from the head; gives the first of them. */
    private int addressedFrom(List<Segment> head, int addressee) {
        int from = addressee;
        while (!head.isEmpty()) {
            Segment above = head.get(head.size() - 1);
            boolean addressed = ADDRESSED.matcher(above.text()).matches() && !kinds.endsTitle(above.text());
            if (above.index() != from - 1 || above.isCell() || !addressed) {
                break;
            }
            head.remove(head.size() - 1);
            from = above.index();
        }
        return from;
    }

    private static boolean isNumbered(Segment segment) {
        return segment.text().matches("附件.*|抄送.*");
    }

    private boolean isTitle(Segment segment) {
        return segment.text().length() < 100
                && kinds.endsTitle(segment.text())
                && segment.text().indexOf('。') < 0
                && !segment.text().matches("第[一二三四五六七八九十百]{1,4}[编章节条].*|[一二三四五六七八九十]{1,3}、.*");
    }

    private static boolean isTableOfData(Segment segment, Header header) {
        return segment.isCell() && segment.text().length() < 6 && header.lines().isEmpty() && segment.index() > 20;
    }

    /** Where no addressee parts head and body, the body begins behind title and number. */
    private static int bodyAfter(
            List<Segment> head, List<Segment> title, Anatomy.@Nullable NumberLine number, int stopped) {
        int last = -1;
        for (Segment segment : title) {
            last = Math.max(last, segment.index());
        }
        if (number != null) {
            last = Math.max(last, number.segment().index());
        }
        if (last >= 0) {
            return Math.min(last + 1, stopped);
        }
        return head.isEmpty() ? stopped : Math.min(head.get(0).index(), stopped);
    }

    private List<Segment> withoutNumbers(List<Segment> head, Flow flow) {
        return head.stream()
                .filter(line -> numberOf(line.text()).isEmpty()
                        && !SERIAL.matcher(line.squeezed()).matches())
                .filter(line -> !kinds.isAnnotation(line.text()) && !isLetterheadOfOrder(line, flow))
                .toList();
    }

    /** {@code 云州市人民政府令} above the number names the order; the instrument's title stands below. */
    private boolean isLetterheadOfOrder(Segment line, Flow flow) {
        String text = line.squeezed();
        return text.endsWith("令") && kinds.agencies().isName(text.substring(0, text.length() - 1))
                || ASSEMBLY.matcher(text).matches() && isPromulgated(line, flow);
    }

    private static boolean isPromulgated(Segment line, Flow flow) {
        return flow.segments().stream()
                .skip(line.index() + 1L)
                .limit(4)
                .anyMatch(below -> PROMULGATED.matcher(below.text()).matches());
    }

    private Anatomy.@Nullable NumberLine number(List<Segment> head) {
        for (int i = 0; i < head.size(); i++) {
            Segment line = head.get(i);
            Optional<DocumentNumberReader.Reading> reading = numberOf(line.text());
            if (reading.isEmpty()
                    && i + 1 < head.size()
                    && endsWithOrder(line)
                    && SERIAL.matcher(head.get(i + 1).squeezed()).matches()) {
                reading = DocumentNumberReader.parse(
                        authority(head, i) + head.get(i + 1).squeezed(), Set.of());
            }
            if (reading.isEmpty() && kinds.endsTitle(line.text())) {
                continue;
            }
            if (reading.isPresent()) {
                return new Anatomy.NumberLine(
                        line, line.text().indexOf(reading.get().raw()), reading.get());
            }
        }
        return inTitle(head);
    }

    /** The letterhead of an order or an announcement: on one line, or the agency's name above {@code 公告}. */
    private String authority(List<Segment> head, int line) {
        String kind = head.get(line).squeezed();
        String above = line > 0 ? head.get(line - 1).squeezed() : "";
        return BARE_KIND.matcher(kind).matches() && kinds.agencies().isName(above) ? above + kind : kind;
    }

    /** {@code …表扬的通报（云政办发〔2021〕117号）}: the number in brackets behind the title. */
    private static Anatomy.@Nullable NumberLine inTitle(List<Segment> head) {
        for (Segment line : head) {
            List<DocumentNumberReader.Reading> found = DocumentNumberReader.find(line.text(), Set.of());
            if (!found.isEmpty()) {
                DocumentNumberReader.Reading last = found.get(found.size() - 1);
                String after = line.text().substring(last.end());
                boolean decreed = line.text().matches("[（(]?\\s*(?:19|20)\\d{2}年.{3,90}令.{1,14}(?:公布|发布|颁布|通过).*");
                if (decreed) {
                    return new Anatomy.NumberLine(line, found.get(0).start(), found.get(0));
                }
                boolean bracketed = last.start() > 0 && "（(".indexOf(line.text().charAt(last.start() - 1)) >= 0;
                if (bracketed && after.matches("[)）]?") || last.start() == 0 && after.length() < 12) {
                    return new Anatomy.NumberLine(line, last.start(), last);
                }
            }
        }
        return null;
    }

    private static boolean endsWithOrder(Segment line) {
        return line.squeezed().matches(".*(?:令|公告|通告)");
    }

    private static Optional<DocumentNumberReader.Reading> numberOf(String line) {
        String bare = SIGNER.matcher(line).replaceFirst("").replaceFirst("^(?:发文字号|文号|字号)[:：]", "");
        return bare.length() < 50 ? DocumentNumberReader.parse(bare, Set.of()) : Optional.empty();
    }
}

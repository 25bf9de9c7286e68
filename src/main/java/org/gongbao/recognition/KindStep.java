package org.gongbao.recognition;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentNumber;
import org.gongbao.record.Proposal;

/**
 * What kind of document it is: the kind (文种), the title that a notice encloses (所印发文件), the form of the instrument
 * (文件体式), whether it is a draft, and whether it is a normative document (行政规范性文件).
 */
final class KindStep implements Step {

    /** {@code 关于印发《云州市绿化办法》的通知}, {@code 关于印发云州市绿化办法的通知}, {@code 转发省财政厅关于…意见的通知}. */
    private static final Pattern CARRIER =
            Pattern.compile("(?:印发|颁发|颁布|公布|发布|下发|下达|转发|批转)(.{3,200})的(?:通知|通告|公告|决定|命令|令|函|通报)(?:[（(].{1,12}[）)])?$");

    /** {@code 现将《云州市绿化办法》印发给你们}, {@code 制定了《…》，现印发给你们}. */
    private static final Pattern ISSUED =
            Pattern.compile("《([^《》]{3,80})》(?:已经.{2,40})?[，,]?(?:现)?(?:予以)?印发(?:给)?(?:你们|各)");

    /** A draft in the title; a motion (议案) that submits one is none itself. */
    private static final Pattern DRAFT = Pattern.compile("^(?!.*议案$).*(?:征求意见|草案|送审稿|公示稿|讨论稿|（征求)");

    /** A code that ends with 规 is that of normative documents: {@code 云政规}, {@code 云财规字}. */
    private static final Pattern NORMATIVE_CODE = Pattern.compile(".+规(?:字|发|范)?");

    /** Lists of names or honours are made known, not issued. */
    /** {@code 《甲办法》等三个文件}: several instruments, of which the title names the first. */
    private static final Pattern SEVERAL = Pattern.compile("《.*》等[\\d一二三四五六七八九十两]{0,3}[个项件部份].*");

    private static final Pattern MADE_KNOWN = Pattern.compile(".*(?:名单|名录|结果|目录的|等次)$");

    private final Profiles profiles;
    private final LineKinds kinds;

    KindStep(Profiles profiles, LineKinds kinds) {
        this.profiles = profiles;
        this.kinds = kinds;
    }

    @Override
    public void apply(Draft draft) {
        draft.title().ifPresent(title -> {
            enclosed(title).ifPresent(enclosed -> {
                boolean quoted = title.contains("《" + enclosed);
                Seen seen = (quoted ? Optional.<Seen>empty() : CarriedName.of(draft, enclosed))
                        .orElseGet(() -> inTitle(draft, enclosed, "title.enclosed/1"));
                draft.enclosedTitle(seen.value());
                draft.claim("enclosedTitle", seen);
            });
            if (draft.enclosedTitle().isEmpty()) {
                issuedInBody(draft);
            }
            if (DRAFT.matcher(title).find() || Proposal.isCall(title)) {
                draft.markDraft(inTitle(draft, title, "title.draft/1").withValue("true"));
            }
        });
        kind(draft);
        form(draft);
        normative(draft);
    }

    /** {@code 现将《…》印发给你们}: the body may name what the title does not. */
    private static void issuedInBody(Draft draft) {
        Flow flow = draft.flow();
        for (int line = draft.anatomy().body();
                line < Math.min(flow.size(), draft.anatomy().body() + 4);
                line++) {
            Matcher issued = ISSUED.matcher(flow.segment(line).text());
            if (issued.find()) {
                draft.enclosedTitle(issued.group(1));
                draft.claim(
                        "enclosedTitle",
                        Seen.at(
                                flow.segment(line),
                                issued.start(1),
                                issued.end(1),
                                issued.group(1),
                                "enclosed.body/1"));
                return;
            }
        }
    }

    /** {@code 权责清单及责任清单}: two instruments of the same form; 标准及办法 is one that regulates both. */
    private boolean joinsTwo(String inner) {
        String bare = inner.replaceAll("[《》]", "");
        return profiles.forms().stream()
                .filter(bare::endsWith)
                .anyMatch(form -> Pattern.compile(Pattern.quote(form) + "[及和与、]")
                        .matcher(bare.substring(0, bare.length() - form.length()))
                        .find());
    }

    /** The title inside a carrying notice's title. */
    Optional<String> enclosed(String title) {
        Matcher carrier = CARRIER.matcher(title);
        if (!carrier.find()) {
            return Optional.empty();
        }
        String inner = carrier.group(1);
        if (SEVERAL.matcher(inner).matches() || joinsTwo(inner)) {
            return Optional.empty();
        }
        int open = inner.indexOf('《');
        if (open == 0 || open > 0 && inner.endsWith("》") && title.contains("转发")) {
            int close = closing(inner, open);
            return close > 0 ? Optional.of(inner.substring(open + 1, close)) : Optional.empty();
        }
        boolean forwarded = title.contains("转发") || title.contains("批转");
        boolean issued = title.contains("印发") && !inner.matches(".*等\\d*[个项].*");
        boolean instrument =
                kinds.endsTitle(inner) && !MADE_KNOWN.matcher(inner).matches();
        return instrument && (forwarded || issued) ? Optional.of(inner) : Optional.empty();
    }

    private static int closing(String text, int open) {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            depth += text.charAt(i) == '《' ? 1 : text.charAt(i) == '》' ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void kind(Draft draft) {
        Optional<String> ofTitle = draft.title().flatMap(kinds::kindAtEnd);
        boolean order = draft.number()
                .map(DocumentNumber::code)
                .filter(code -> code.endsWith("令"))
                .isPresent();
        if (order && (ofTitle.isEmpty() || ofTitle.get().equals("令"))) {
            draft.record().documentKind("命令");
            draft.claim(
                    "documentKind", Seen.outside("命令", draft.number().get().toString(), "kind.order-number/1", 0.9));
        } else if (ofTitle.isPresent()) {
            String kind = profiles.kinds().getOrDefault(ofTitle.get(), ofTitle.get());
            draft.record().documentKind(kind);
            draft.claim(
                    "documentKind",
                    inTitle(draft, ofTitle.get(), "kind.title-end/1").withValue(kind));
        }
    }

    private void form(Draft draft) {
        Optional<String> carried = draft.enclosedTitle();
        String title = carried.or(
                        () -> draft.title().filter(own -> kinds.kindAtEnd(own).isEmpty()))
                .orElse("");
        String bare = profiles.simplification().of(title).replaceAll("[（(][^（）()]{1,20}[）)]", "");
        List<String> ends = profiles.forms().stream().filter(bare::endsWith).toList();
        ends.stream()
                .min(Comparator.comparingInt((String end) -> end.length() < 2 ? 99 : end.length()))
                .ifPresent(form -> {
                    draft.record().instrumentForm(form);
                    draft.claim("instrumentForm", inTitle(draft, form, "form.title-end/1"));
                });
    }

    private static void normative(Draft draft) {
        if (draft.header().value("registryNumber").isPresent()) {
            Seen seen = draft.header().value("registryNumber").get();
            draft.record().normative("yes");
            draft.claim("normative", seen.withValue("yes"));
            return;
        }
        draft.number()
                .filter(number -> NORMATIVE_CODE.matcher(number.code()).matches())
                .ifPresent(number -> {
                    draft.record().normative("yes");
                    draft.claim("normative", Seen.outside("yes", number.toString(), "normative.code/1", 0.9));
                });
    }

    /** The evidence inside the title's own lines, where the title stands in the text. */
    private static Seen inTitle(Draft draft, String part, String rule) {
        List<Segment> lines = draft.anatomy().title();
        if (lines.isEmpty()) {
            return Seen.outside(part, draft.title().orElse(part), rule, 0.9);
        }
        for (int i = lines.size() - 1; i >= 0; i--) {
            int at = lines.get(i).text().lastIndexOf(part);
            if (at >= 0) {
                return Seen.at(lines.get(i), at, at + part.length(), part, rule);
            }
        }
        Segment first = lines.get(0);
        Segment last = lines.get(lines.size() - 1);
        return new Seen(
                part, draft.flow().between(first.index(), last.index()), first.start(), last.end(), rule, 1, false);
    }
}

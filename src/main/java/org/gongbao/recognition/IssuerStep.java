package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gongbao.record.Finding;

/**
 * The issuing agencies (发文机关), lead agency first: from the signature, where it names full names; else from the title's
 * beginning, the header, the letterhead, the sidecar. Abbreviations are kept as they stand.
 */
final class IssuerStep implements Step {

    private final Agencies agencies;

    IssuerStep(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public void apply(Draft draft) {
        List<Seen> signed = signed(draft);
        List<Seen> titled = titled(draft);
        List<Seen> issuers = signed.isEmpty() ? titled : corrected(draft, signed, titled);
        if (issuers.isEmpty() || isAbbreviated(issuers) && signed.isEmpty()) {
            List<Seen> stated = stated(draft);
            issuers = stated.isEmpty() ? issuers : stated;
        }
        if (!issuers.isEmpty()) {
            draft.issuers(issuers.stream().map(Seen::value).distinct().toList());
            for (Seen issuer : issuers) {
                draft.claim("issuers", issuer);
            }
        }
    }

    private List<Seen> signed(Draft draft) {
        List<Seen> names = new ArrayList<>();
        for (Segment line : draft.anatomy().signature()) {
            int end = org.gongbao.record.ChineseDate.first(line.text())
                    .map(date -> date.start())
                    .orElse(line.text().length());
            add(names, line, line.text().substring(0, end), "issuer.signature/1");
        }
        return names;
    }

    /** The names inside a stretch of a line, each with its place. */
    private void add(List<Seen> names, Segment line, String stretch, String rule) {
        int at = 0;
        for (String name : agencies.names(Blanks.strip(stretch).replaceAll("[（(]代?[章印][）)]$", ""))) {
            int from = line.text().indexOf(name, at);
            if (from < 0) {
                names.add(Seen.whole(line, name, rule));
            } else {
                at = from + name.length();
                names.add(Seen.at(line, from, at, name, rule));
            }
        }
    }

    private List<Seen> titled(Draft draft) {
        List<Segment> lines = draft.anatomy().title();
        List<Seen> names = new ArrayList<>();
        for (String name : agencies.ofTitle(draft.title().orElse(""))) {
            Optional<Segment> line =
                    lines.stream().filter(each -> each.text().contains(name)).findFirst();
            names.add(line.map(segment -> {
                        int from = segment.text().indexOf(name);
                        return Seen.at(segment, from, from + name.length(), name, "issuer.title/1");
                    })
                    .orElseGet(() -> Seen.outside(name, name, "issuer.title/1", 0.9)));
        }
        return names;
    }

    /** A signature that lost a character of the name that the title has in full is put right by the title. */
    private List<Seen> corrected(Draft draft, List<Seen> signed, List<Seen> titled) {
        if (signed.size() != 1 || titled.size() != 1) {
            return signed;
        }
        Seen name = signed.get(0);
        String full = titled.get(0).value();
        if (full.endsWith(name.value()) && full.length() > name.value().length()) {
            return List.of(name.withValue(full).withConfidence(0.9));
        }
        boolean lost = full.length() - name.value().length() == 1 && isWithoutOne(name.value(), full);
        if (!lost) {
            return signed;
        }
        Seen better = name.repairedTo(full, 0.9);
        draft.finding(
                Finding.warning(
                        "issuer.repaired", "the signature has \"" + name.value() + "\", the title \"" + full + "\""),
                name);
        return List.of(better);
    }

    private static boolean isWithoutOne(String shorter, String longer) {
        int i = 0;
        while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
            i++;
        }
        return shorter.substring(i).equals(longer.substring(i + 1));
    }

    /** 市政府, 市人社局: a name that does not say of which city. */
    private boolean isAbbreviated(List<Seen> names) {
        return names.stream().anyMatch(name -> name.value().matches("[省市县区州旗盟].*"));
    }

    private List<Seen> stated(Draft draft) {
        List<Seen> header = header(draft);
        if (!header.isEmpty()) {
            return header;
        }
        List<Seen> letterhead = letterhead(draft);
        if (!letterhead.isEmpty()) {
            return letterhead;
        }
        List<Seen> order = ofOrder(draft);
        if (!order.isEmpty()) {
            return order;
        }
        return draft.sidecar()
                .value("issuers")
                .filter(seen -> !agencies.names(seen.value()).isEmpty())
                .map(this::each)
                .orElse(List.of());
    }

    /**
     * What header and letterhead say in full names, whether or not they are believed, and the title where it says otherwise;
     * where it agrees it is no evidence of its own, being made by the one who signs.
     */
    List<Seen> elsewhere(Draft draft) {
        List<Seen> others = new ArrayList<>(titled(draft));
        others.removeIf(name -> draft.issuers().contains(name.value()));
        others.addAll(header(draft));
        others.addAll(letterhead(draft));
        others.removeIf(name -> isAbbreviated(List.of(name)));
        return others;
    }

    private List<Seen> header(Draft draft) {
        return draft.header().value("issuers").map(this::each).orElse(List.of());
    }

    /** {@code 云州市财政局文件} above the number. */
    private List<Seen> letterhead(Draft draft) {
        for (Segment line : draft.anatomy().head()) {
            String text = line.squeezed();
            String name = text.endsWith("文件") ? text.substring(0, text.length() - 2) : "";
            if (!name.isEmpty() && agencies.isName(name)) {
                return List.of(Seen.whole(line, name, "issuer.letterhead/1"));
            }
        }
        return List.of();
    }

    /** {@code 云州市人民政府令第3号} names the agency that gave the order. */
    private List<Seen> ofOrder(Draft draft) {
        return draft.number()
                .filter(number -> number.code().matches(".{3,}(?:令|公告|通告)"))
                .map(number -> number.code().replaceAll("(?:令|公告|通告)$", ""))
                .filter(agencies::isName)
                .map(name -> List.of(Seen.outside(name, draft.number().get().toString(), "issuer.order-number/1", 0.9)))
                .orElse(List.of());
    }

    private List<Seen> each(Seen seen) {
        return agencies.names(seen.value()).stream().map(seen::withValue).toList();
    }
}

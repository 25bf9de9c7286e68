package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;

/** The addressees (主送机关), each its own entry; brackets keep their 、. */
final class AddresseeStep implements Step {

    private final Agencies agencies;

    AddresseeStep(Agencies agencies) {
        this.agencies = agencies;
    }

    @Override
    public void apply(Draft draft) {
        if (draft.anatomy().addressee() < 0) {
            return;
        }
        int first = draft.anatomy().addresseeFrom();
        int origin = draft.flow().segment(first).start();
        String text = draft.flow().between(first, draft.anatomy().addressee()).replaceAll("[：:]$", "");
        List<String> names = new ArrayList<>();
        int from = 0;
        for (int to : ends(text)) {
            String raw = Blanks.strip(text.substring(from, to));
            String name = raw.replace("\n", "");
            if (!name.isEmpty()) {
                int start = origin + text.indexOf(raw, from);
                names.add(name);
                draft.claim(
                        "addressees", new Seen(name, raw, start, start + raw.length(), "addressee.line/1", 1, false));
            }
            from = to + 1;
        }
        draft.record().addressees(names);
    }

    /** Where entries end: at commas, and at 、 between whole names of agencies. */
    private List<Integer> ends(String text) {
        List<Integer> ends = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += "（(".indexOf(c) >= 0 ? 1 : "）)".indexOf(c) >= 0 ? -1 : 0;
            boolean comma = "，,；;".indexOf(c) >= 0;
            boolean between = c == '、' && agencies.isName(text.substring(from, i)) && startsName(text, i + 1);
            if (depth <= 0 && (comma || between)) {
                ends.add(i);
                from = i + 1;
            }
        }
        ends.add(text.length());
        return ends;
    }

    private boolean startsName(String text, int from) {
        int end = from;
        while (end < text.length() && "，,；;、".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return agencies.isName(text.substring(from, end));
    }
}

package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;

/**
 * Takes lists of responsible units apart (责任单位): {@code 市财政局、市教育局，各县（市、区）政府}. A lost opening bracket is put back
 * where the unit's own words or the rest of the document show its place.
 */
final class Units {

    private static final Pattern LABEL = Pattern.compile("^[^：:]{2,10}[：:]");

    private final String others;

    Units(Profiles profiles) {
        others = Profiles.anyOf(profiles.tasks().words("others"));
    }

    /** The units in order, each once. */
    List<String> split(Draft draft, Segment line, String list) {
        List<String> units = new ArrayList<>();
        for (String part : parts(repaired(draft, line, Blanks.joined(list)))) {
            String unit = clean(part);
            if (unit.length() > 1 && !units.contains(unit)) {
                units.add(unit);
            }
        }
        return units;
    }

    private String clean(String part) {
        String unit = LABEL.matcher(part).replaceFirst("").replaceAll("[。；;，,]+$", "");
        return unit.replaceAll("(?:" + others + ")+$", "").replaceFirst("^由", "");
    }

    /** Cuts at 、 ， ； outside brackets. */
    private static List<String> parts(String list) {
        List<String> parts = new ArrayList<>();
        int depth = 0;
        int from = 0;
        for (int i = 0; i < list.length(); i++) {
            char c = list.charAt(i);
            depth = Math.max(0, depth + ("（(".indexOf(c) >= 0 ? 1 : "）)".indexOf(c) >= 0 ? -1 : 0));
            if (depth == 0 && "、，,；;\n".indexOf(c) >= 0) {
                parts.add(list.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(list.substring(from));
        return parts;
    }

    private static String repaired(Draft draft, Segment line, String list) {
        String repaired = BracketRepair.repair(list, draft.flow().text());
        if (!repaired.equals(list)) {
            draft.finding(
                    Finding.warning(
                            "units.bracket-lost",
                            "a list of units lost an opening bracket: \"" + list + "\", read as \"" + repaired + "\""),
                    Seen.whole(line, repaired, "units.bracket-lost/1"));
        }
        return repaired;
    }
}

package org.gongbao.privacy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.recognition.ProfileTable;
import org.jspecify.annotations.Nullable;

/**
 * How each kind of personal data is removed or masked (脱敏策略), and which kinds are sensitive (敏感个人信息,
 * 个人信息保护法 art. 28): {@code ingest/privacy/treatments.tsv}. Immutable.
 */
public final class TreatmentPolicy {

    /** As many stand for what is masked, however much it was. */
    private static final String STARS = "****";

    /** One part in so many of a value is hidden at least. */
    private static final int LEAST_HIDDEN = 3;

    private static final Rule UNKNOWN = new Rule("个人信息", false, 0, 0, true);

    private final Map<String, Rule> rules = new HashMap<>();

    /** What is done with a kind: its label, whether persons are told apart by numbers, what a mask leaves, and whether it is sensitive. */
    private record Rule(String label, boolean numbered, int first, int last, boolean sensitive) {}

    private TreatmentPolicy(@Nullable Path profiles) {
        for (List<String> row :
                ProfileTable.load("privacy", "treatments.tsv", profiles).rows()) {
            rules.put(
                    row.get(0),
                    new Rule(
                            row.get(1),
                            row.get(2).equals("yes"),
                            Integer.parseInt(row.get(3)),
                            Integer.parseInt(row.get(4)),
                            row.get(5).equals("yes")));
        }
    }

    /** The packed policy, with that of a folder in its place, where it has one. */
    public static TreatmentPolicy over(@Nullable Path profiles) {
        return new TreatmentPolicy(profiles);
    }

    /** Whether only the chief editor may keep it public. A kind that the policy does not know is. */
    public boolean isSensitive(String kind) {
        return rule(kind).sensitive;
    }

    /** Whether persons of the kind get a number each, so that a reader can tell them apart. */
    boolean isNumbered(String kind) {
        return rule(kind).numbered;
    }

    /** Whether a mask of the kind leaves something to see. */
    boolean leavesEnds(String kind) {
        Rule rule = rule(kind);
        return rule.first + rule.last > 0;
    }

    /** What stands in place of a removed value: {@code 〔姓名1〕}. */
    String placeholder(String kind, int number) {
        Rule rule = rule(kind);
        return "〔" + rule.label + (rule.numbered ? number : "") + "〕";
    }

    /**
     * The value with all but some characters of its ends hidden: {@code 138****0001}. A value of which less than a third would
     * be hidden is hidden wholly.
     *
     * @return empty where the mask would leave nothing
     */
    String masked(String kind, String value) {
        Rule rule = rule(kind);
        int[] characters = Widths.unblank(value).codePoints().toArray();
        int hidden = characters.length - rule.first - rule.last;
        if (rule.first + rule.last == 0 || hidden * LEAST_HIDDEN < characters.length) {
            return "";
        }
        return new String(characters, 0, rule.first)
                + STARS
                + new String(characters, characters.length - rule.last, rule.last);
    }

    private Rule rule(String kind) {
        return rules.getOrDefault(kind, UNKNOWN);
    }
}

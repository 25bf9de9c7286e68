package org.gongbao.recognition;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;

/**
 * Proof-reading (校对): words that are wrong, fixed wording that lost a part, vague clauses, and office holders who did not
 * hold the office on the day. Each is a finding with its place and a suggestion; nothing is changed by it.
 */
final class ProofreadingStep implements Step {

    private final List<Rule> rules;
    private final List<Holder> holders;

    /** A wording to be found, and what is said of it. */
    private record Rule(String code, String wording, String message) {}

    /** {@code 云州市 市长 陈望舒} and the days of the office, both inclusive. */
    private record Holder(String place, String office, String name, LocalDate from, LocalDate until) {

        private static Holder of(List<String> row) {
            boolean isEnded = row.size() > 4 && !row.get(4).isBlank();
            return new Holder(
                    row.get(0),
                    row.get(1),
                    row.get(2),
                    LocalDate.parse(row.get(3)),
                    isEnded ? LocalDate.parse(row.get(4)) : LocalDate.MAX);
        }

        private boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(until);
        }
    }

    ProofreadingStep(Profiles profiles) {
        rules = new ArrayList<>();
        ProofreadingTables tables = profiles.proofreading();
        tables.confusables()
                .rows()
                .forEach(row -> rules.add(new Rule(
                        "proofreading.confusable",
                        row.get(0),
                        "\"" + row.get(0) + "\" seems to be a slip for \"" + row.get(1) + "\"")));
        tables.wording()
                .rows()
                .forEach(row -> rules.add(new Rule(
                        "proofreading.wording",
                        row.get(0),
                        "\"" + row.get(0) + "\" came, the fixed wording is \"" + row.get(1) + "\"")));
        tables.vague()
                .lines()
                .forEach(words -> rules.add(new Rule(
                        "proofreading.vague", words, "\"" + words + "\" leaves open what is to be handed in")));
        holders = tables.officeHolders().rows().stream().map(Holder::of).toList();
    }

    @Override
    public void apply(Draft draft) {
        for (Segment segment : draft.flow().segments()) {
            for (Rule rule : rules) {
                int at = segment.text().indexOf(rule.wording());
                if (at >= 0 && !isPartOfAnother(rule, segment.text())) {
                    draft.finding(
                            Finding.info(rule.code(), rule.message()),
                            Seen.at(segment, at, at + rule.wording().length(), rule.wording(), rule.code() + "/1"));
                }
            }
        }
        draft.issuedOn().ifPresent(day -> signedBy(draft, day));
    }

    /** A longer slip that holds this one says it better. */
    private boolean isPartOfAnother(Rule rule, String text) {
        return rules.stream()
                .anyMatch(other -> other != rule
                        && other.code().equals(rule.code())
                        && other.wording().contains(rule.wording())
                        && text.contains(other.wording()));
    }

    /** {@code 市长　陈望舒} on a line of its own, in a document of the place. */
    private void signedBy(Draft draft, LocalDate day) {
        String issuers = String.join("、", draft.issuers());
        for (Holder holder : holders) {
            if (!holder.holdsOn(day) || !issuers.contains(holder.place())) {
                continue;
            }
            Pattern signature = Pattern.compile("(?:" + holder.place() + ")?" + holder.office()
                    + "[\\s\\u3000:：]*(\\p{IsHan}[\\p{IsHan}\\s\\u3000]{1,4})");
            for (Segment segment : draft.flow().segments()) {
                Matcher line = signature.matcher(segment.text());
                if (line.matches() && !Blanks.remove(line.group(1)).equals(holder.name())) {
                    draft.finding(
                            Finding.info(
                                    "proofreading.office-holder",
                                    "signed by " + Blanks.remove(line.group(1)) + " as " + holder.office() + " on "
                                            + day + "; the list has " + holder.name()),
                            Seen.at(
                                    segment,
                                    line.start(1),
                                    line.end(1),
                                    line.group(1),
                                    "proofreading.office-holder/1"));
                }
            }
        }
    }
}

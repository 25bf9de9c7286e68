package org.gongbao.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;

/**
 * The prompts of templates (填写提示), such as {@code 〔请填写：发文字号，形如 ×政办发〔××××〕×号〕}. What is a prompt still is
 * never a value: values that hold one are dropped with their evidence, and a record that holds one is told to be unfilled.
 */
public final class Prompts {

    /** What every prompt begins with. No rule of the standard lets a document have this. */
    public static final String OPENING = "〔请填写：";

    /** What a finding of them is called. */
    public static final String UNFILLED = "template.unfilled";

    /** A prompt with an example in brackets of its own, or one whose end was deleted. */
    private static final Pattern PROMPT = Pattern.compile(OPENING + "((?:[^〔〕\\n]|〔[^〔〕\\n]*〕)*+)(〕?)");

    /** Behind the name of what is to be filled in stands an example or advice. */
    private static final String ADVICE = "，";

    private Prompts() {}

    /** The prompts in a text, each from its opening to its end. */
    public static List<MatchResult> in(String text) {
        return PROMPT.matcher(text).results().toList();
    }

    /** Whether the prompt is whole. */
    public static boolean isClosed(MatchResult prompt) {
        return !prompt.group(2).isEmpty();
    }

    static boolean isIn(@Nullable String text) {
        return text != null && text.contains(OPENING);
    }

    /** What is asked for, each once, in the order of the text. */
    static List<String> names(String text) {
        return in(text).stream()
                .map(prompt -> prompt.group(1).split(ADVICE, 2)[0].strip())
                .distinct()
                .toList();
    }

    /** The record without values that hold a prompt, with a finding where its text holds one. */
    static DocumentRecord told(DocumentRecord record) {
        if (!isIn(record.text())) {
            return record;
        }
        List<String> names = names(record.text());
        DocumentRecord.Builder told = withoutThem(record).toBuilder();
        told.finding(Finding.warning(
                        UNFILLED,
                        "the template is not filled in: " + String.join(", ", names)
                                + "; expected a value in place of each prompt, or the line deleted")
                .quoting(names.stream().collect(Collectors.joining("、"))));
        return told.build();
    }

    private static DocumentRecord withoutThem(DocumentRecord record) {
        DocumentRecord.Builder kept = record.toBuilder();
        List<String> gone = new ArrayList<>();
        if (isIn(record.title())) {
            kept.title(null).enclosedTitle(null).documentKind(null).instrumentForm(null);
            gone.addAll(List.of("title", "enclosedTitle", "documentKind", "instrumentForm"));
        } else if (isIn(record.enclosedTitle())) {
            kept.enclosedTitle(null).instrumentForm(null);
            gone.addAll(List.of("enclosedTitle", "instrumentForm"));
        }
        kept.registryNumber(unprompted(record.registryNumber()))
                .siteFileNumber(unprompted(record.siteFileNumber()))
                .indexNumber(unprompted(record.indexNumber()))
                .summary(unprompted(record.summary()))
                .addressees(unprompted(record.addressees()))
                .themes(unprompted(record.themes()))
                .attachments(unprompted(record.attachments()))
                .tasks(record.tasks().stream()
                        .filter(task -> !isIn(task.text()))
                        .toList())
                .citations(record.citations().stream()
                        .filter(citation -> !isIn(citation.title()))
                        .toList());
        return withClaims(kept.build(), gone);
    }

    /** The evidence goes with its value. */
    private static DocumentRecord withClaims(DocumentRecord record, List<String> gone) {
        Map<String, List<Claim>> claims = new java.util.LinkedHashMap<>();
        record.claims().forEach((field, all) -> {
            List<Claim> kept = all.stream()
                    .filter(claim -> !gone.contains(field) && !isIn(claim.value()) && !isIn(claim.raw()))
                    .toList();
            if (!kept.isEmpty()) {
                claims.put(field, kept);
            }
        });
        return record.toBuilder().claims(claims).build();
    }

    private static @Nullable String unprompted(@Nullable String value) {
        return isIn(value) ? null : value;
    }

    private static List<String> unprompted(List<String> values) {
        return values.stream().filter(value -> !isIn(value)).toList();
    }
}

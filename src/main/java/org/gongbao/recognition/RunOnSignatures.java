package org.gongbao.recognition;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.ChineseDate;

/** Where a signature begins and ends in a paragraph that it was run on to (连排落款). */
final class RunOnSignatures {

    /** The tail {@code …代章。云州市人民政府办公室2021年8月21日（此件公开发布）}: what stands behind the last full stop. */
    private static final Pattern TAIL = Pattern.compile("[。；][" + Blanks.CLASS + "]*(?=[^。；]{0,90}$)");

    /** {@code …执行。云州市人民政府2021年8月24日（此件公开发布）云州市…规划}: a signature that what is enclosed is run on to. */
    private static final Pattern SIGNED = Pattern.compile("(?<=。)(\\p{IsHan}{3,40}?(?:政府|办公[厅室]|委员会|[局厅委部院]))"
            + "(\\d{4}年\\d{1,2}月\\d{1,2}日)([（(](?:此件|本文|主动公开)[^（）()]{0,20}[）)])");

    private static final Pattern ISSUER = Pattern.compile("(\\p{IsHan}{3,30}?(?:政府|办公[厅室]|委员会|[局厅委部院]))(?:关于|印发|转发)");

    private RunOnSignatures() {}

    /** Adds the places to the cuts of the paragraph. */
    static void find(String paragraph, Set<Integer> cuts) {
        tail(paragraph, cuts);
        signed(paragraph, cuts);
        annexed(paragraph, cuts);
    }

    private static void tail(String paragraph, Set<Integer> cuts) {
        Matcher tail = TAIL.matcher(paragraph);
        if (!tail.find()) {
            return;
        }
        int from = tail.end();
        List<ChineseDate> dates = ChineseDate.find(paragraph.substring(from));
        for (ChineseDate date : dates) {
            String after = Blanks.strip(paragraph.substring(from + date.end()));
            if (after.isEmpty() || after.matches("[（(].*")) {
                cuts.add(from);
                cuts.add(from + date.start());
                cuts.add(from + date.end());
            }
        }
    }

    private static void signed(String paragraph, Set<Integer> cuts) {
        Matcher signed = SIGNED.matcher(paragraph);
        while (signed.find()) {
            cuts.addAll(List.of(signed.start(), signed.start(2), signed.start(3), signed.end()));
        }
    }

    /** The issuer that opens the paragraph, with a date behind the list of annexes at its end, signs it. */
    private static void annexed(String paragraph, Set<Integer> cuts) {
        Matcher issuer = ISSUER.matcher(paragraph);
        int at = issuer.lookingAt() ? paragraph.lastIndexOf(issuer.group(1)) : 0;
        int list = paragraph.lastIndexOf("附件", Math.max(0, at));
        if (at <= 0 || list < 0 || paragraph.substring(list, at).indexOf('。') >= 0) {
            return;
        }
        int behind = at + issuer.group(1).length();
        ChineseDate.find(paragraph.substring(behind)).stream()
                .findFirst()
                .filter(date ->
                        paragraph.substring(behind, behind + date.start()).isBlank())
                .ifPresent(date -> cuts.addAll(List.of(at, behind + date.start(), behind + date.end())));
    }
}

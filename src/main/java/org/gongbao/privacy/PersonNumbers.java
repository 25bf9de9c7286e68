package org.gongbao.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds identity numbers and bank cards (身份证号与银行卡号) by their check digits and their cues. Codes of organisations are
 * tested first: one in a thousand passes for an identity number.
 */
final class PersonNumbers {

    static final String IDENTITY = "identity-number";
    static final String CARD = "bank-card";

    /** What makes a number an amount or a count. */
    private static final Pattern MONEY = Pattern.compile("\\s*[十百千万亿]{0,3}(?:元|美元)");

    /** A certificate of disability: an identity number, then two digits of kind and degree. */
    private static final Pattern DISABILITY =
            Pattern.compile("(?<![0-9A-Za-z])([0-9]{17}[0-9Xx])[1-7][1-4](?:B[0-9])?(?![0-9A-Za-z])");

    private static final Pattern SOLE_TRADER =
            Pattern.compile("(?<![0-9A-Za-z])92[0-9A-HJ-NPQRTUWXY]{16}(?![0-9A-Za-z])");

    /** Characters of context in which a cue counts. */
    private static final int CONTEXT = 400;

    /** Characters on either side in which the name of a bank counts. */
    private static final int NEAR = 30;

    /** Characters before a number in which it is said to be an order, a contract or the like. */
    private static final int LABEL = 10;

    private final Finds finds;
    private final String text;
    private final PrivacyLists lists;
    private final PersonNames names;
    private final Phones phones;

    PersonNumbers(Finds finds) {
        this.finds = finds;
        this.text = finds.text();
        this.lists = finds.lists();
        this.names = new PersonNames(lists);
        this.phones = new Phones(finds);
    }

    void find() {
        for (DigitGroups.Candidate candidate : DigitGroups.in(text)) {
            int start = candidate.start();
            boolean checks = IdentityNumber.isValid(candidate.number())
                    || IdentityNumber.mayBeOld(candidate.number())
                    || BankCard.isValid(candidate.number());
            if (!checks || finds.isTaken(start, candidate.end()) || isOther(start)) {
                continue;
            }
            String before = text.substring(Math.max(0, start - CONTEXT), start);
            String action = identity(candidate, before);
            if (action != null) {
                finds.add(IDENTITY, start, candidate.end(), action);
            } else if (isCard(candidate, before)) {
                finds.add(CARD, start, candidate.end());
            }
        }
        disabilities(0, text.length());
        Matcher trader = SOLE_TRADER.matcher(text);
        while (trader.find()) {
            if (CreditCode.isValid(trader.group())) {
                finds.add("credit-code", trader.start(), trader.end());
            }
        }
    }

    /** Numbers under a head that says what they are. */
    void inColumn(String kind, Sheet.Cell cell) {
        switch (kind) {
            case IDENTITY -> identities(cell);
            case CARD -> cards(cell);
            case "phone", "private-phone" -> phones.inColumn(cell);
            case "e-mail" -> new Mails(finds).inColumn(cell);
            case "plate" -> new Plates(finds).inColumn(cell);
            case "travel-document" -> new TravelDocuments(finds).inColumn(cell);
            default -> {}
        }
    }

    private void identities(Sheet.Cell cell) {
        String words = text.substring(cell.start(), cell.end());
        for (DigitGroups.Candidate candidate : DigitGroups.in(words)) {
            String number = candidate.number();
            if (lists.isProvince(number.substring(0, 2))
                    && (IdentityNumber.isValid(number) || IdentityNumber.mayBeOld(number))) {
                finds.add(IDENTITY, cell.start() + candidate.start(), cell.start() + candidate.end());
            }
        }
        disabilities(cell.start(), cell.end());
    }

    private void cards(Sheet.Cell cell) {
        for (DigitGroups.Candidate candidate : DigitGroups.in(text.substring(cell.start(), cell.end()))) {
            if (BankCard.isValid(candidate.number())) {
                finds.add(CARD, cell.start() + candidate.start(), cell.start() + candidate.end());
            }
        }
    }

    private void disabilities(int from, int to) {
        Matcher matcher = DISABILITY.matcher(text).region(from, to);
        while (matcher.find()) {
            if (lists.isProvince(matcher.group(1).substring(0, 2)) && IdentityNumber.isValid(matcher.group(1))) {
                finds.add(IDENTITY, matcher.start(), matcher.end());
            }
        }
    }

    /** A code of an organisation by its column, or an order, a contract and so on by what stands right before it. */
    private boolean isOther(int start) {
        return finds.isCode(start) || lists.says("order", text.substring(Math.max(0, start - LABEL), start));
    }

    /** What is to be done with an identity number, null where it is none. */
    private @Nullable String identity(DigitGroups.Candidate candidate, String before) {
        String number = candidate.number();
        if (!lists.isProvince(number.substring(0, 2))) {
            return null;
        }
        if (number.length() == 15) {
            boolean old = !number.endsWith("X")
                    && (candidate.isOneGroup() || candidate.groups().equals(List.of(6, 6, 3)))
                    && IdentityNumber.mayBeOld(number)
                    && lists.says("identity", before);
            return old ? lists.kind(IDENTITY).action() : null;
        }
        if (!IdentityNumber.isValid(number)) {
            return null;
        }
        if (!CreditCode.isValid(number) || !CreditCode.mayBegin(number)) {
            return lists.kind(IDENTITY).action();
        }
        int person = Widths.last(lists.cue("identity"), before);
        int code = Widths.last(lists.cue("credit"), before);
        return code > person
                ? null
                : person < 0 ? "review" : lists.kind(IDENTITY).action();
    }

    /** One in ten numbers has a right check digit, so cards need their groups and a cue. */
    private boolean isCard(DigitGroups.Candidate candidate, String before) {
        String number = candidate.number();
        if (number.endsWith("X") || !isGroupedAsCard(candidate.groups()) || !BankCard.isValid(number)) {
            return false;
        }
        String after = text.substring(candidate.end(), Math.min(text.length(), candidate.end() + NEAR));
        boolean partOfCode = candidate.start() > 0 && isCodeCharacter(text.charAt(candidate.start() - 1));
        return !partOfCode
                && !MONEY.matcher(after).lookingAt()
                && (lists.says("card", before)
                        || lists.says("bank", before.substring(Math.max(0, before.length() - NEAR)))
                        || lists.says("bank", after))
                && !isPaidToOffice(before);
    }

    /** {@code 户名：云州市财政局} before an account. */
    private boolean isPaidToOffice(String before) {
        Matcher payee = lists.cue("payee").matcher(before);
        int behind = -1;
        while (payee.find()) {
            behind = payee.end();
        }
        if (behind < 0 || behind >= before.length() || before.charAt(behind) != ':') {
            return false;
        }
        String owner = before.substring(behind + 1).split("[，,;；。\\n\\t]", 2)[0].strip();
        return !owner.isEmpty() && !names.is(owner);
    }

    /** Cards are printed in fours, or their first six digits apart. */
    private static boolean isGroupedAsCard(List<Integer> groups) {
        boolean fours = groups.subList(0, groups.size() - 1).stream().allMatch(size -> size == 4);
        return fours || groups.size() == 2 && groups.get(0) == 6;
    }

    private static boolean isCodeCharacter(char c) {
        return c == '.' || c < 0x80 && Character.isLetter(c);
    }
}

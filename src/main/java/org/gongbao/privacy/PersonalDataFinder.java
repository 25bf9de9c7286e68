package org.gongbao.privacy;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Table;

/**
 * Finds personal data (个人信息) in text: identity numbers, bank cards, and mobile numbers in lists of persons. It says
 * where they stand and of what kind they are, never what they are.
 *
 * <p>Digits count in every width and may be parted by blanks or hyphens in groups, with other figures beside them.
 */
final class PersonalDataFinder {

    static final String IDENTITY = "identity-number";
    static final String CARD = "bank-card";
    static final String MOBILE = "mobile";

    /** A mobile number, as one or in groups of 3-4-4: {@code 139 0000 0000}. */
    private static final Pattern MOBILE_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z.])(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?![0-9A-Za-z])");

    /** Words that announce an identity number. */
    private static final Pattern IDENTITY_CUE = Pattern.compile("身份证|公民身份|证件号");

    /** Words that announce the code of an organisation. */
    private static final Pattern CREDIT_CUE = Pattern.compile("信用代码|税号|纳税人识别号");

    /** Words that announce a card or an account. */
    private static final Pattern CARD_CUE = Pattern.compile("卡号|银行卡|账号|帐号|账户|帐户|一卡通|开户");

    /** The name of a bank beside a number: {@code 工商银行}, {@code 农村信用社}. */
    private static final Pattern BANK = Pattern.compile("银行|农商行|信用社|邮储");

    /** What makes a number an amount. */
    private static final Pattern MONEY = Pattern.compile("\\s*[十百千万亿]{0,3}(?:元|美元)");

    /** A heading of a list of persons, or of its column of names. */
    private static final Pattern PERSON_CUE = Pattern.compile("姓\\s*名|户\\s*主|名单|申请人|领取人|受助人");

    /** Characters of context in which a cue counts. */
    private static final int CONTEXT = 400;

    /** Characters on either side in which the name of a bank counts. */
    private static final int NEAR = 30;

    private PersonalDataFinder() {}

    /** What is found in the record's text, in order. */
    static List<PersonalDatum> find(DocumentRecord record) {
        String text = foldWidth(record.text());
        List<PersonalDatum> found = new ArrayList<>();
        numbers(text, found);
        mobiles(text, record.tables(), found);
        found.sort(Comparator.comparingInt(PersonalDatum::start));
        return inCodePoints(record.text(), found);
    }

    /** Whether some other text of a record, such as a quotation, holds an identity number or a card. */
    static List<String> kindsIn(String text) {
        List<PersonalDatum> found = new ArrayList<>();
        numbers(foldWidth(text), found);
        return found.stream().map(PersonalDatum::kind).distinct().toList();
    }

    /** What a text alone shows, without the tables that it may have been. */
    static List<String> kindsShown(String text) {
        String folded = foldWidth(text);
        List<PersonalDatum> found = new ArrayList<>();
        numbers(folded, found);
        mobiles(folded, List.of(), found);
        return found.stream().map(PersonalDatum::kind).distinct().toList();
    }

    private static void numbers(String text, List<PersonalDatum> found) {
        int taken = 0;
        for (DigitGroups.Candidate candidate : DigitGroups.in(text)) {
            if (candidate.start() < taken) {
                continue;
            }
            String before = text.substring(Math.max(0, candidate.start() - CONTEXT), candidate.start());
            if (isIdentity(candidate, before)) {
                found.add(new PersonalDatum(IDENTITY, candidate.start(), candidate.end(), 0.99, "mask"));
                taken = candidate.end();
            } else if (isCard(candidate, before, text)) {
                found.add(new PersonalDatum(CARD, candidate.start(), candidate.end(), 0.9, "mask"));
                taken = candidate.end();
            }
        }
    }

    private static boolean isIdentity(DigitGroups.Candidate candidate, String before) {
        String number = candidate.number();
        if (number.length() == 15) {
            return !number.endsWith("X")
                    && (candidate.isOneGroup() || candidate.groups().equals(List.of(6, 6, 3)))
                    && IdentityNumber.mayBeOld(number)
                    && IDENTITY_CUE.matcher(before).find();
        }
        if (!IdentityNumber.isValid(number)) {
            return false;
        }
        return !(CreditCode.isValid(number)
                && CREDIT_CUE.matcher(end(before, 20)).find());
    }

    /** One in ten numbers has a right check digit, so cards need their groups and a cue. */
    private static boolean isCard(DigitGroups.Candidate candidate, String before, String text) {
        String number = candidate.number();
        if (number.endsWith("X") || !isGroupedAsCard(candidate.groups()) || !BankCard.isValid(number)) {
            return false;
        }
        String after = text.substring(candidate.end(), Math.min(text.length(), candidate.end() + NEAR));
        boolean partOfCode = candidate.start() > 0 && isCodeCharacter(text.charAt(candidate.start() - 1));
        return !partOfCode
                && !MONEY.matcher(after).lookingAt()
                && (CARD_CUE.matcher(before).find()
                        || BANK.matcher(end(before, NEAR)).find()
                        || BANK.matcher(after).find());
    }

    /** Cards are printed in fours, or their first six digits apart. */
    private static boolean isGroupedAsCard(List<Integer> groups) {
        boolean fours = groups.subList(0, groups.size() - 1).stream().allMatch(size -> size == 4);
        return fours || groups.size() == 2 && groups.get(0) == 6;
    }

    private static boolean isCodeCharacter(char c) {
        return c == '.' || c < 0x80 && Character.isLetter(c);
    }

    private static String end(String text, int characters) {
        return text.substring(Math.max(0, text.length() - characters));
    }

    private static void mobiles(String text, List<Table> tables, List<PersonalDatum> found) {
        boolean list = tables.stream().anyMatch(PersonalDataFinder::listsPersons);
        List<PersonalDatum> mobiles = new ArrayList<>();
        Matcher matcher = MOBILE_NUMBER.matcher(text);
        while (matcher.find()) {
            mobiles.add(new PersonalDatum(MOBILE, matcher.start(), matcher.end(), 0.95, "mask"));
        }
        boolean announced = mobiles.size() > 1 && PERSON_CUE.matcher(text).find();
        if (list || announced) {
            found.addAll(mobiles);
        }
    }

    /** A table of persons has a column of names and a mobile number in some cell. */
    private static boolean listsPersons(Table table) {
        boolean names = table.header().stream()
                .anyMatch(cell -> PERSON_CUE.matcher(cell).find());
        boolean namesInFirstRow = !table.rows().isEmpty()
                && table.rows().get(0).stream()
                        .anyMatch(cell -> PERSON_CUE.matcher(cell).find());
        return (names || namesInFirstRow)
                && table.rows().stream()
                        .flatMap(List::stream)
                        .anyMatch(cell -> MOBILE_NUMBER.matcher(foldWidth(cell)).find());
    }

    /** Full-width digits and letters as ASCII, one character for one, so that offsets stay. */
    private static String foldWidth(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean wide = c >= '０' && c <= 'ｚ' || Character.isDigit(c) && c > 0x7f;
            String form = wide ? Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC) : null;
            folded.append(form != null && form.length() == 1 ? form.charAt(0) : c);
        }
        return folded.toString();
    }

    private static List<PersonalDatum> inCodePoints(String text, List<PersonalDatum> found) {
        return found.stream()
                .map(datum -> new PersonalDatum(
                        datum.kind(),
                        text.codePointCount(0, datum.start()),
                        text.codePointCount(0, datum.end()),
                        datum.confidence(),
                        datum.action()))
                .toList();
    }
}

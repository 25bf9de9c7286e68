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
 * <p>Digits count in every width and may be parted by blanks or hyphens in groups.
 */
final class PersonalDataFinder {

    static final String IDENTITY = "identity-number";
    static final String CARD = "bank-card";
    static final String MOBILE = "mobile";

    /** Fifteen to nineteen digits, the last one perhaps X, in groups: {@code 360102 19800101 1234}. */
    private static final Pattern LONG_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z.])\\d(?:[ \\u00A0-]?\\d){13,17}(?:[ \\u00A0-]?[\\dXx])(?![0-9A-Za-z])");

    /** A mobile number, as one or in groups of 3-4-4: {@code 139 0000 0000}. */
    private static final Pattern MOBILE_NUMBER =
            Pattern.compile("(?<![0-9A-Za-z.])(?:\\+?86[ -]?)?1[3-9]\\d[ -]?\\d{4}[ -]?\\d{4}(?![0-9A-Za-z])");

    /** Words that announce an identity number. */
    private static final Pattern IDENTITY_CUE = Pattern.compile("身份证|公民身份|证件号");

    /** Words that announce the code of an organisation. */
    private static final Pattern CREDIT_CUE = Pattern.compile("信用代码|税号|纳税人识别号");

    /** Words that announce a card or an account. */
    private static final Pattern CARD_CUE = Pattern.compile("卡号|银行卡|账号|帐号|账户|帐户|一卡通|开户");

    /** A heading of a list of persons, or of its column of names. */
    private static final Pattern PERSON_CUE = Pattern.compile("姓\\s*名|户\\s*主|名单|申请人|领取人|受助人");

    /** Characters of context in which a cue counts. */
    private static final int CONTEXT = 400;

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

    private static void numbers(String text, List<PersonalDatum> found) {
        Matcher matcher = LONG_NUMBER.matcher(text);
        while (matcher.find()) {
            String number = matcher.group().replaceAll("[ \\u00A0-]", "").toUpperCase(java.util.Locale.ROOT);
            String before = text.substring(Math.max(0, matcher.start() - CONTEXT), matcher.start());
            if (isIdentity(number, before)) {
                found.add(new PersonalDatum(IDENTITY, matcher.start(), matcher.end(), 0.99, "mask"));
            } else if (!number.endsWith("X")
                    && BankCard.isValid(number)
                    && CARD_CUE.matcher(before).find()) {
                found.add(new PersonalDatum(CARD, matcher.start(), matcher.end(), 0.9, "mask"));
            }
        }
    }

    private static boolean isIdentity(String number, String before) {
        if (number.length() == 15) {
            return !number.endsWith("X")
                    && IdentityNumber.mayBeOld(number)
                    && IDENTITY_CUE.matcher(before).find();
        }
        if (!IdentityNumber.isValid(number)) {
            return false;
        }
        String near = before.substring(Math.max(0, before.length() - 20));
        return !(CreditCode.isValid(number) && CREDIT_CUE.matcher(near).find());
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

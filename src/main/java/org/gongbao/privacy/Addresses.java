package org.gongbao.privacy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds homes of private persons in running text (住址): {@code 现住云州市…路8号3栋201室}. */
final class Addresses {

    private static final Pattern LIVES =
            Pattern.compile("(?:现住址?|家住|居住于|住所地|户籍所在地|户籍地址?|(?<=[，,;；。、\\s])住址?)(?:为|在|于|:|是)?\\s*(?!房|宅|院|宿|户|建|所|保)");

    private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}0-9A-Za-z\\-－—–·#（）() ]{4,80}");

    /** A place fine enough to find somebody: a group of a village, a number, a room. */
    private static final Pattern PLACE =
            Pattern.compile("(?:村|社区|屯|寨|路|街|道|巷|里|镇|乡|区|县|市|园|苑|弄)[^，。]{0,30}?(?:组|号|室|栋|幢|楼|单元|户|屯|村|[0-9]-[0-9])");

    private final Finds finds;

    Addresses(Finds finds) {
        this.finds = finds;
    }

    static boolean isPlace(String words) {
        return PLACE.matcher(words).find();
    }

    void find() {
        String text = finds.text();
        if (text.indexOf('住') < 0 && !text.contains("户籍")) {
            return;
        }
        Matcher lives = LIVES.matcher(text);
        while (lives.find()) {
            Matcher words = WORDS.matcher(text).region(lives.end(), text.length());
            if (words.lookingAt()
                    && isPlace(words.group())
                    && !words.group().endsWith("的")
                    && finds.isPrivate(lives.end())) {
                finds.add("address", words.start(), words.end());
            }
        }
    }
}

package org.gongbao.extraction;

import java.util.HashMap;
import java.util.Map;
import org.apache.poi.hwpf.usermodel.HWPFList;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/** Gives the numbered paragraphs of a DOC their numbers as text. */
final class DocNumbering {

    /** Names of Word's number formats by their code ([MS-OSHARED] 2.2.1.3, MSONFC). */
    private static final Map<Integer, String> FORMATS = Map.ofEntries(
            Map.entry(0x01, "upperRoman"),
            Map.entry(0x02, "lowerRoman"),
            Map.entry(0x03, "upperLetter"),
            Map.entry(0x04, "lowerLetter"),
            Map.entry(0x0A, "ideographDigital"),
            Map.entry(0x0B, "japaneseCounting"),
            Map.entry(0x0E, "decimalFullWidth"),
            Map.entry(0x10, "japaneseLegal"),
            Map.entry(0x11, "japaneseDigitalTenThousand"),
            Map.entry(0x12, "decimalEnclosedCircle"),
            Map.entry(0x13, "decimalFullWidth2"),
            Map.entry(0x16, "decimalZero"),
            Map.entry(0x17, "bullet"),
            Map.entry(0x1A, "decimalEnclosedFullstop"),
            Map.entry(0x1B, "decimalEnclosedParen"),
            Map.entry(0x1C, "decimalEnclosedCircleChinese"),
            Map.entry(0x1D, "ideographEnclosedCircle"),
            Map.entry(0x1E, "ideographTraditional"),
            Map.entry(0x1F, "ideographZodiac"),
            Map.entry(0x21, "taiwaneseCounting"),
            Map.entry(0x22, "ideographLegalTraditional"),
            Map.entry(0x23, "taiwaneseCountingThousand"),
            Map.entry(0x24, "taiwaneseDigital"),
            Map.entry(0x25, "chineseCounting"),
            Map.entry(0x26, "chineseLegalSimplified"),
            Map.entry(0x27, "chineseCountingThousand"),
            Map.entry(0xFF, "none"));

    private final Numbering numbering = new Numbering();
    private final Map<Integer, Map<Integer, Numbering.@Nullable Level>> lists = new HashMap<>();

    /** The number of the paragraph with what follows it, or nothing. */
    String next(Paragraph paragraph) {
        try {
            if (!paragraph.isInList()) {
                return "";
            }
            HWPFList list = paragraph.getList();
            int id = list.getLsid();
            Map<Integer, Numbering.@Nullable Level> levels = lists.computeIfAbsent(id, key -> new HashMap<>());
            return numbering.next(
                    String.valueOf(id),
                    level -> levels.computeIfAbsent(level, key -> read(list, key)),
                    paragraph.getIlvl());
        } catch (RuntimeException e) {
            return "";
        }
    }

    private static Numbering.@Nullable Level read(HWPFList list, int level) {
        try {
            char index = (char) level;
            String template = list.getNumberText(index);
            return new Numbering.Level(
                    FORMATS.getOrDefault(list.getNumberFormat(index) & 0xFF, "decimal"),
                    template == null ? "" : template(template),
                    list.getStartAt(index),
                    -1,
                    false,
                    list.getTypeOfCharFollowingTheNumber(index) != 2);
        } catch (RuntimeException e) {
            return null;
        }
    }

    /** The file writes the place of a level's number as a character from 0 to 8. */
    private static String template(String text) {
        StringBuilder template = new StringBuilder();
        text.chars().forEach(c -> template.append(c < Numbering.LEVELS ? "%" + (c + 1) : String.valueOf((char) c)));
        return template.toString();
    }
}

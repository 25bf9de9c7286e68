package org.gongbao.record;

import java.util.regex.Pattern;

/** What spellings of one name of an agency have in common (机关名称比对). */
final class NameKey {

    private static final Pattern AND = Pattern.compile("[和与及]");

    private NameKey() {}

    /** 发展和改革委员会 and 发展改革委, 人民政府办公室 and 人民政府办 are one name. */
    static String of(String name) {
        String key = AND.matcher(name).replaceAll("");
        return key.endsWith("委员会") || key.endsWith("办公室") ? key.substring(0, key.length() - 2) : key;
    }
}

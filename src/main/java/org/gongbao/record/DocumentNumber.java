package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/**
 * A document number (发文字号), normalised: {@code 云政办字〔2023〕12号}, {@code 国务院令第711号},
 * {@code 云州市人民政府令（2024年第1号）}, {@code 国务院一九八〇年223号文件}. Read from text by {@link DocumentNumberReader}.
 *
 * @param code agency code (机关代字) or, for orders and announcements, the words before the number
 * @param year null where the number has none
 * @param sequence without leading zeros
 */
public record DocumentNumber(String code, @Nullable Integer year, int sequence, Form form) {

    /** How the number is written. */
    public enum Form {
        /** {@code 国办发〔2018〕22号}. */
        BRACKETED,
        /** {@code 国务院令第711号}, {@code 公告第12号}. */
        SERIAL,
        /** {@code 云州市人民政府令（2024年第1号）}. */
        SERIAL_OF_YEAR,
        /** {@code 云州市财政局公告2018年第12号}. */
        YEAR_AND_SERIAL,
        /** {@code 国务院一九八〇年223号文件}: before 1981; printed as it came. */
        OLD_STYLE
    }

    public DocumentNumber {
        if (code.isBlank()) {
            throw new IllegalArgumentException("a document number needs an agency code before its year or number");
        }
        if (sequence < 0) {
            throw new IllegalArgumentException("number is " + sequence + ", expected 0 or more");
        }
    }

    /** The key by which two ways of writing the number are known to be the same. */
    public String key() {
        return code + "|" + (year == null ? "" : year) + "|" + sequence;
    }

    @Override
    public String toString() {
        return switch (form) {
            case BRACKETED -> code + "〔" + year + "〕" + sequence + "号";
            case SERIAL -> code + "第" + sequence + "号";
            case SERIAL_OF_YEAR -> code + "（" + year + "年第" + sequence + "号）";
            case YEAR_AND_SERIAL -> code + year + "年第" + sequence + "号";
            case OLD_STYLE -> code + sequence + "号文件";
        };
    }
}

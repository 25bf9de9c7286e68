package org.gongbao.record;

/**
 * Personal data found in the text: its kind and place, never its value.
 *
 * @param start offset of the first code point in the record's text
 * @param end offset after the last code point
 * @param action what is to be done: {@code remove}, {@code mask}, {@code keep} or {@code review}
 */
public record PersonalDatum(String kind, int start, int end, double confidence, String action) {}

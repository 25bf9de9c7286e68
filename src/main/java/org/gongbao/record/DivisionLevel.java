package org.gongbao.record;

/** Levels of administrative divisions (行政区划级别), with the letter that {@code ingest/agencies/kinds.tsv} has for each. */
public enum DivisionLevel {
    NATION('N'),
    PROVINCE('P'),
    /** A city that is a province (直辖市): its agencies are called as a city's. */
    MUNICIPALITY('M'),
    PREFECTURE('C'),
    COUNTY('D');

    private final char letter;

    DivisionLevel(char letter) {
        this.letter = letter;
    }

    char letter() {
        return letter;
    }

    boolean isProvincial() {
        return this == PROVINCE || this == MUNICIPALITY;
    }
}

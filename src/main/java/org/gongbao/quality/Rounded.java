package org.gongbao.quality;

/** Ratios to four places, so that a report reads the same whichever way it was added up. */
final class Rounded {

    private Rounded() {}

    static double four(double ratio) {
        return Math.round(ratio * 10_000) / 10_000.0;
    }
}

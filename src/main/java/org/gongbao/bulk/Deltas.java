package org.gongbao.bulk;

/** What leads from one release to another. Any two positions may be asked for; what was made is kept for a while. */
public interface Deltas {

    /** What came of asking for a delta. */
    sealed interface Answer {
        record Found(Delta delta) implements Answer {}

        /** More was taken away since, so that this one must not be had any more. */
        record Moved(DeltaName now) implements Answer {}

        /** Its positions are too far apart; a full release is the shorter way. */
        record TooFar(long most) implements Answer {}

        /** Another one is being made. */
        record Busy() implements Answer {}

        /** The log does not reach so far. */
        record Unknown() implements Answer {}
    }

    /** The delta between two positions, by the name that it has now; it is not made yet. */
    Answer name(long from, long to);

    /** A delta, made where it is not there. */
    Answer find(DeltaName name);
}

package org.gongbao.command;

import java.util.List;

/** One measurement of the program by itself, against a yardstick in the same run where there is one. */
interface Bench {

    /** The name by which {@code bench} takes it. */
    String name();

    /** How many documents it makes or reads where the command line does not say. */
    default int documents() {
        return 60;
    }

    /** Whether it takes so long that it runs only when it is named. */
    default boolean onlyByName() {
        return false;
    }

    /** Measures. Needs nothing but the plan, and leaves nothing outside the plan's folder but what is to be kept. */
    List<Figure> run(BenchPlan plan) throws Exception;
}

package org.gongbao.command;

import java.util.List;

/** One measurement of the program by itself, against a yardstick in the same run where there is one. */
interface Bench {

    /** The name by which {@code bench} takes it. */
    String name();

    /** Measures. Needs nothing but the plan, and leaves nothing outside the plan's folder. */
    List<Figure> run(BenchPlan plan) throws Exception;
}

package org.gongbao.command;

import java.io.PrintStream;

/** Shows on a terminal how much of long work is done; writes nothing elsewhere. */
final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream terminal;
    private final int total;
    private final boolean shown;
    private int done;

    private ProgressBar(PrintStream terminal, int total, boolean shown) {
        this.terminal = terminal;
        this.total = total;
        this.shown = shown;
    }

    static ProgressBar onTerminal(int total) {
        return new ProgressBar(System.err, total, System.console() != null && total > 1);
    }

    void step() {
        done++;
        show();
    }

    void at(int value) {
        done = value;
        show();
    }

    private void show() {
        if (shown) {
            int filled = total == 0 ? WIDTH : WIDTH * done / total;
            terminal.print("\r[" + "#".repeat(filled) + ".".repeat(WIDTH - filled) + "] " + done + "/" + total);
            terminal.flush();
        }
    }

    void end() {
        if (shown) {
            terminal.println();
        }
    }
}

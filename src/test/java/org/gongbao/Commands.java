package org.gongbao;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.command.CommandLineProgram;

/** Runs a command in this process, as {@code java -jar gongbao.jar …} does, and keeps what it printed. */
final class Commands {

    /** {@code published	h2apjkmwqcjj2t5p	notice.txt	…}. */
    private static final Pattern OUTCOME = Pattern.compile("(?m)^(\\w+)\\t([a-z0-9]{16}|-)\\t(.*)$");

    private Commands() {}

    record Result(int status, String out, String err) {

        /** What became of each document: {@code published notice.txt}, without titles. */
        List<String> outcomes() {
            return OUTCOME.matcher(out)
                    .results()
                    .map(line -> line.group(1) + " " + line.group(3).split("\t")[0])
                    .toList();
        }

        /** The identifier of the first document that is listed. */
        String uid() {
            Matcher line = OUTCOME.matcher(out);
            if (!line.find()) {
                throw new AssertionError("no document in: " + out + err);
            }
            return line.group(2);
        }
    }

    static synchronized Result run(String... arguments) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
        try {
            int status = new CommandLineProgram(Gongbao.class).run(arguments);
            return new Result(
                    status, said.toString(StandardCharsets.UTF_8), complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}

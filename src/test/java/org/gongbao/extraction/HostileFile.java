package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/**
 * A file that means harm, and what must come of it.
 *
 * @param name under which it is saved
 * @param maker writes it
 * @param expectation what its outcome must be like
 */
record HostileFile(String name, Maker maker, Consumer<HostileOutcome> expectation) {

    /** Writes the bytes of a file. */
    interface Maker {
        void write(OutputStream out) throws IOException;

        static Maker of(byte[] bytes) {
            return out -> out.write(bytes);
        }

        static Maker of(String text) {
            return of(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** A file that must be refused with one of the codes. */
    static HostileFile refused(String name, Maker maker, String... codes) {
        return new HostileFile(name, maker, outcome -> {
            assertThat(codes).as("code of: " + outcome).contains(outcome.code());
            outcome.saysWhatCameAndWhatWasExpected();
        });
    }

    /** A file that must be read: its text holds the words, and its findings have the codes. */
    static HostileFile read(String name, Maker maker, String words, String... codes) {
        assertThat(words).as("words that " + name + " must hold").isNotBlank();
        return new HostileFile(name, maker, outcome -> {
            assertThat(outcome.record()).as(outcome.toString()).isNotNull();
            assertThat(outcome.text()).contains(words);
            assertThat(outcome.findingCodes()).containsAll(List.of(codes));
        });
    }

    /** A file that must be read and shows nothing, which its findings say with the codes. */
    static HostileFile blank(String name, Maker maker, String... codes) {
        return new HostileFile(name, maker, outcome -> {
            assertThat(outcome.record()).as(outcome.toString()).isNotNull();
            assertThat(outcome.text()).isEmpty();
            assertThat(outcome.findingCodes()).contains(codes);
        });
    }

    /** A file that may be refused or read in part, but not without a word about it. */
    static HostileFile noted(String name, Maker maker, String... codes) {
        return new HostileFile(name, maker, outcome -> {
            if (outcome.record() == null) {
                outcome.saysWhatCameAndWhatWasExpected();
                assertThat(codes).as("code of: " + outcome).contains(outcome.code());
            } else {
                assertThat(outcome.findingCodes()).containsAnyOf(codes);
            }
        });
    }

    HostileFile and(Consumer<HostileOutcome> further) {
        return new HostileFile(name, maker, expectation.andThen(further));
    }

    /** That none of the words is in the record. */
    HostileFile without(String... words) {
        return and(outcome -> assertThat(outcome.json()).doesNotContain(List.of(words)));
    }

    Path saveIn(Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            maker.write(out);
        }
        return file;
    }

    @Override
    public String toString() {
        return name;
    }
}

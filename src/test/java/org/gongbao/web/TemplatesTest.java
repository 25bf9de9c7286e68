package org.gongbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TemplatesTest {

    private static final Path TEMPLATES = Path.of("src/main/resources/templates");

    /** A tag with both a condition and a fragment in its place: {@code <p th:if="…" th:replace="…">}. */
    private static final Pattern IGNORED =
            Pattern.compile("<[^>]*\\sth:(?:if|unless)=(?:\"[^\"]*\"|[^>\"])*\\sth:replace="
                    + "|<[^>]*\\sth:replace=(?:\"[^\"]*\"|[^>\"])*\\sth:(?:if|unless)=");

    @Test
    void noConditionStandsOnATagThatAFragmentReplacesForItWouldBeIgnored() throws IOException {
        try (Stream<Path> files = Files.walk(TEMPLATES)) {
            List<String> found = files.filter(file -> file.toString().endsWith(".html"))
                    .flatMap(file -> IGNORED.matcher(text(file))
                            .results()
                            .map(match -> file.getFileName() + ": " + match.group()))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

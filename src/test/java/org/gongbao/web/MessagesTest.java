package org.gongbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MessagesTest {

    /** A message in a template by its whole name, such as {@code #{search.label}}, {@code msg('search.title')} or {@code text("site.name")}. */
    private static final Pattern USED =
            Pattern.compile("(?:#\\{|msg\\(')([a-z][\\w.-]*\\w)(?![\\w.-])|text\\(\"([a-z]+\\.[\\w.-]*\\w)\"");

    /** Groups of which code or templates put the last part of the name together. */
    private static final List<String> COMPUTED = List.of(
            "data.content.",
            "schema.name.",
            "data.packing.",
            "set.event.",
            "set.problem.",
            "field.",
            "bundle.",
            "facet.",
            "sort.",
            "search.part.",
            "export.",
            "download.",
            "severity.",
            "promise.",
            "home.by.",
            "statistics.by.",
            "follow.event.",
            "event.",
            "follow.problem.",
            "follow.confirm.",
            "follow.stop.",
            "digest.",
            "kind.",
            "column.",
            "sitemap.group.",
            "sitemap.page.",
            "sitemap.about.",
            "terms.",
            "validity.",
            "normative.",
            "holds.",
            "language.",
            "cite.form.",
            "relation.in.",
            "relation.out.",
            "gone.title.",
            "verify.file.",
            "desk.security-notice.",
            "gone.text.",
            "problem.",
            "quality.column.",
            "quality.field.",
            "quality.format.",
            "quality.damage.",
            "quality.warning.",
            "desk.box.",
            "desk.nav.",
            "desk.issue.state.",
            "desk.issue.action.",
            "desk.role.",
            "desk.error.",
            "desk.queue.",
            "desk.state.",
            "desk.step.",
            "desk.move.",
            "desk.kind.",
            "desk.template.",
            "desk.outcome.",
            "desk.personal.",
            "desk.treatment.",
            "desk.statement.problem.",
            "desk.mode.",
            "desk.article.",
            "desk.interpretation.",
            "desk.reach.",
            "desk.openness.",
            "desk.refused.",
            "desk.scope.",
            "report.outcome.",
            "document.reports.",
            "report.problem.",
            "notice.",
            "desk.notices.",
            "desk.yes",
            "desk.no",
            "desk.record.",
            "desk.wanted-minute",
            "desk.event.",
            "document.event.",
            "catalog.by.",
            "duties.by.",
            "duties.role.",
            "duties.status.",
            "finding.");

    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void bothLanguagesHaveTheSameKeysAndNoEmptyWords() throws IOException {
        Properties chinese = words("messages.properties");
        Properties english = words("messages_en.properties");

        assertThat(english.stringPropertyNames()).isEqualTo(chinese.stringPropertyNames());
        assertThat(chinese.values()).noneMatch(word -> word.toString().isBlank());
        assertThat(english.values()).noneMatch(word -> word.toString().isBlank());
    }

    @Test
    void noWordWithArgumentsHoldsAnApostropheThatWouldVanish() throws IOException {
        for (String file : List.of("messages.properties", "messages_en.properties")) {
            assertThat(words(file).values())
                    .noneMatch(word ->
                            word.toString().contains("{") && word.toString().contains("'"));
        }
    }

    @Test
    void everyKeyUsedExists() throws IOException {
        Set<String> keys = words("messages.properties").stringPropertyNames();
        Set<String> used = used();

        assertThat(used).hasSizeGreaterThan(80);
        assertThat(keys).containsAll(used);
    }

    @Test
    void everyKeyIsUsed() throws IOException {
        Set<String> used = used();
        List<String> unused = words("messages.properties").stringPropertyNames().stream()
                .filter(key -> !used.contains(key) && COMPUTED.stream().noneMatch(key::startsWith))
                .toList();

        assertThat(unused).isEmpty();
    }

    @Test
    void everyRefusalInCodeHasWords() throws IOException {
        Set<String> keys = words("messages.properties").stringPropertyNames();
        Matcher refusals = Pattern.compile("(?:badRequest\\(|new Refusal\\(HttpStatus\\.\\w+, )\"([\\w-]+)\"")
                .matcher(sources("src/main/java/org/gongbao/web", ".java"));
        Set<String> codes = new TreeSet<>();
        while (refusals.find()) {
            codes.add(refusals.group(1));
        }

        assertThat(codes).contains("date", "no-pdf", "not-found");
        assertThat(keys)
                .containsAll(
                        codes.stream().map(code -> "problem." + code + ".title").toList());
        assertThat(keys)
                .containsAll(
                        codes.stream().map(code -> "problem." + code + ".text").toList());
    }

    @Test
    void noTemplateHoldsWordsOfItsOwn() throws IOException {
        assertThat(HAN.matcher(sources("src/main/resources/templates", ".html")).find())
                .as("Chinese belongs into messages.properties; separators such as 、 are no words")
                .isFalse();
    }

    private static Set<String> used() throws IOException {
        Matcher matcher = USED.matcher(
                sources("src/main/resources/templates", ".html") + sources("src/main/java/org/gongbao/web", ".java"));
        Set<String> used = new TreeSet<>();
        while (matcher.find()) {
            used.add(matcher.group(1) == null ? matcher.group(2) : matcher.group(1));
        }
        return used;
    }

    private static Properties words(String name) throws IOException {
        Properties words = new Properties();
        try (Reader in =
                new InputStreamReader(MessagesTest.class.getResourceAsStream("/" + name), StandardCharsets.UTF_8)) {
            words.load(in);
        }
        return words;
    }

    private static String sources(String folder, String suffix) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(suffix))
                    .map(MessagesTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

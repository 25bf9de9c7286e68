package org.gongbao.web.api;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.web.SiteIdentity;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The example queries of {@code ontology/queries}: whoever adds a file adds an example. */
@Component
class SparqlExamples {

    /** The first two lines say what is asked: {@code # zh: 最新的文件}, {@code # en: The newest documents}. */
    private static final Pattern TITLES = Pattern.compile("# zh: (.+)\\R# en: (.+)\\R");

    private final List<Example> examples;

    SparqlExamples(SiteIdentity site) {
        examples = read(site.base());
    }

    /**
     * An example.
     *
     * @param name of its file, without the ending
     * @param query with the address of this service where the file has <code>{base}</code>
     */
    record Example(String name, String chinese, String english, String query) {

        /** What it asks, in a language. */
        public String title(String language) {
            return language.startsWith("zh") ? chinese : english;
        }
    }

    List<Example> all() {
        return examples;
    }

    Optional<Example> find(String name) {
        return examples.stream().filter(example -> example.name().equals(name)).findFirst();
    }

    private static List<Example> read(String base) {
        List<Example> found = new ArrayList<>();
        try {
            for (Resource file :
                    new PathMatchingResourcePatternResolver().getResources("classpath:/ontology/queries/*.rq")) {
                try (InputStream in = file.getInputStream()) {
                    found.add(example(
                            String.valueOf(file.getFilename()).replace(".rq", ""),
                            new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{base}", base)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the example queries cannot be read", e);
        }
        found.sort(Comparator.comparing(Example::name));
        return List.copyOf(found);
    }

    private static Example example(String name, String text) {
        Matcher titles = TITLES.matcher(text);
        if (!titles.lookingAt()) {
            throw new IllegalStateException(
                    "ontology/queries/" + name + ".rq must begin with the lines # zh: … and # en: …");
        }
        return new Example(name, titles.group(1), titles.group(2), text.substring(titles.end()));
    }
}

package org.gongbao.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.openqa.selenium.chrome.ChromeDriver;

/** axe-core, which finds what people with disabilities stumble over: WCAG 2.2 AA and what is good practice beside it. */
public final class Axe {

    private static final String SCRIPT = read();

    private static final String RUN = """
            const done = arguments[arguments.length - 1];
            axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              rules: {'target-size': {enabled: true}},
              resultTypes: ['violations'],
            }).then(found => done(found.violations.flatMap(rule => rule.nodes.map(node =>
                rule.id + ': ' + node.target.join(' ') + ' ' + node.html.slice(0, 160) + ' '
                + node.any.concat(node.all, node.none).map(check => check.message).join('; ')))),
              failed => done(['axe failed: ' + failed]));
            """;

    private Axe() {}

    /** What is wrong with the page that is open. */
    public static List<String> violations(ChromeDriver browser) {
        browser.executeScript(SCRIPT);
        List<?> found = (List<?>) Objects.requireNonNull(browser.executeAsyncScript(RUN));
        return found.stream().map(String::valueOf).toList();
    }

    private static String read() {
        try (InputStream in = Axe.class.getResourceAsStream("/axe.min.js")) {
            return new String(Objects.requireNonNull(in, "axe.min.js").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

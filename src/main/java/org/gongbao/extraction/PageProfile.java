package org.gongbao.extraction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What surrounds a document on the pages of government sites: names of menus and share buttons, texts of footers, labels of
 * metadata. The lists are data, {@code ingest/profiles/pages.json}.
 */
final class PageProfile {

    private static final String NAME = "pages.json";
    private static final String RESOURCE = "/ingest/profiles/" + NAME;

    /** The packed lists. */
    static final PageProfile DEFAULT = packed();

    /** The lists of folders laid over them, each read once. */
    private static final Map<Path, PageProfile> OWN = new ConcurrentHashMap<>();

    private final Set<String> contentNames;
    private final Set<String> furnitureNames;
    private final List<Pattern> furnitureTexts;
    private final List<Pattern> errorPages;
    private final Pattern label;

    private PageProfile(JsonNode lists) {
        contentNames = Set.copyOf(strings(lists, "contentNames"));
        furnitureNames = Set.copyOf(strings(lists, "furnitureNames"));
        furnitureTexts = patterns(lists, "furnitureTexts");
        errorPages = patterns(lists, "errorPages");
        label = Pattern.compile("(?:" + String.join("|", strings(lists, "labels")) + ")(?:[:：]|$)");
    }

    /** The lists of a folder laid over the packed profiles, the packed ones where it has none. */
    static PageProfile over(@Nullable Path folder) {
        return folder == null ? DEFAULT : OWN.computeIfAbsent(folder, PageProfile::own);
    }

    private static PageProfile own(Path folder) {
        for (Path file : List.of(folder.resolve("profiles").resolve(NAME), folder.resolve(NAME))) {
            if (Files.isRegularFile(file)) {
                return new PageProfile(JsonMapper.shared().readTree(file.toFile()));
            }
        }
        return DEFAULT;
    }

    private static PageProfile packed() {
        try (InputStream in = PageProfile.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is missing from the class path");
            }
            return new PageProfile(JsonMapper.shared().readTree(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> strings(JsonNode lists, String name) {
        return lists.path(name).valueStream().map(JsonNode::asString).toList();
    }

    private static List<Pattern> patterns(JsonNode lists, String name) {
        return strings(lists, name).stream()
                .map(text -> Pattern.compile(text, Pattern.CASE_INSENSITIVE))
                .toList();
    }

    /** Whether a class or the id says that the element holds the document. */
    boolean isContent(Element element) {
        return names(element).anyMatch(name -> contentNames.contains(letters(name)));
    }

    /** Whether a class or the id says that the element is a menu, a footer or the like. */
    boolean isFurniture(Element element) {
        return names(element)
                .anyMatch(name -> furnitureNames.contains(letters(name))
                        || Arrays.stream(name.split("[-_]")).anyMatch(furnitureNames::contains));
    }

    private static Stream<String> names(Element element) {
        String names = element.className() + " " + element.id();
        return names.isBlank()
                ? Stream.empty()
                : Arrays.stream(names.toLowerCase(Locale.ROOT).trim().split("\\s+"));
    }

    private static String letters(String name) {
        return name.replaceAll("[^a-z]", "");
    }

    /** Whether the whole paragraph is a button, a breadcrumb, a line of a footer. */
    boolean isFurniture(String text) {
        if (text.length() > 300) {
            return false;
        }
        String dense = dense(text);
        return furnitureTexts.stream()
                .anyMatch(pattern -> pattern.matcher(dense).matches());
    }

    /** Whether the text holds a label of document metadata, such as {@code 索 引 号：}. */
    boolean hasLabel(String text) {
        return label.matcher(dense(text)).find();
    }

    /** Whether a title or a short text is that of a server's error page. */
    boolean isError(String text) {
        return errorPages.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static String dense(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }
}

package org.gongbao.privacy;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.recognition.ProfileFiles;
import org.jspecify.annotations.Nullable;

/**
 * Templates for departments, one for each kind of document (公文模板): {@code ingest/templates}. What is filled into one comes
 * through recognition with every field, and its tables have no column of data that the public must not see. It stands here
 * because its tables go by the lists of personal data, beside the making of other files. Immutable.
 */
public final class Templates {

    private static final String PART = "templates";

    private final Map<String, Template> templates = new LinkedHashMap<>();

    private Templates(@Nullable Path profiles) {
        TemplateReader reader = new TemplateReader(PrivacyLists.over(profiles), TreatmentPolicy.over(profiles));
        ProfileFiles.texts(PART, profiles).forEach((file, text) -> {
            Template template = reader.read(file, text);
            templates.put(template.name(), template);
        });
    }

    /**
     * The packed templates, with those of a folder beside or in place of them.
     *
     * @throws IllegalArgumentException that names file, line, what came and what was expected
     */
    public static Templates over(@Nullable Path profiles) {
        return new Templates(profiles);
    }

    /** The names of all templates, for addresses. */
    public List<String> names() {
        return List.copyOf(templates.keySet());
    }

    /** What a template is called in its description; empty where there is none of the name. */
    public Optional<String> title(String name) {
        return Optional.ofNullable(templates.get(name)).map(Template::title);
    }

    /** The template as a DOCX; empty where there is none of the name. */
    public Optional<byte[]> docx(String name) {
        return Optional.ofNullable(templates.get(name)).map(TemplateDocx::of);
    }
}

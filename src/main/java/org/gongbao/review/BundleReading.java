package org.gongbao.review;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.publication.Uid;
import org.gongbao.review.Statement.Mode;
import org.gongbao.review.Statement.Openness;
import org.gongbao.review.SubmissionBundle.File;
import org.gongbao.review.SubmissionBundle.Interpreted;
import org.gongbao.review.SubmittedDocument.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads {@code submission.json} against the files that came with it, to its end, whatever is wrong on the way. */
final class BundleReading {

    private static final int TITLE = 500;
    private static final int NAME = 100;
    private static final int WORDS = 1_000;

    private static final Set<String> FIELDS =
            Set.of("title", "disclosure", "reviewer", "interpretation", "reach", "releaseAt", "files");

    private final BundleFields fields;
    private final List<BundleProblem> problems;
    private final BundleLimits limits;

    /** Words of {@code reach.openData}. */
    private enum OpenData {
        UNCONDITIONAL,
        CONDITIONAL,
        NONE
    }

    BundleReading(List<BundleProblem> problems, BundleLimits limits) {
        this.problems = problems;
        this.fields = new BundleFields(problems);
        this.limits = limits;
    }

    /**
     * The bundle; null where anything is wrong.
     *
     * @param entries files of a ZIP by name; null where their content is in the JSON
     * @param contents files whose content was in the JSON, by the pointer of their entry
     */
    @Nullable
    SubmissionBundle read(JsonNode root, @Nullable Map<String, Path> entries, Map<String, Path> contents) {
        JsonNode object = fields.object(root, "", FIELDS);
        if (object == null) {
            return null;
        }
        @Nullable String title = fields.text(object, "", "title", TITLE, false);
        JsonNode disclosure = fields.object(object.get("disclosure"), "/disclosure", Set.of("mode", "ground"));
        @Nullable Mode mode = fields.word(disclosure, "/disclosure", "mode", Mode.class);
        @Nullable Integer ground = fields.integer(disclosure, "/disclosure", "ground");
        if (mode != null && ground != null && !mode.articles().contains(ground)) {
            fields.problem("/disclosure/ground", "ground", ground, mode.word(), mode.articles());
        }
        @Nullable String reviewer = fields.text(object, "", "reviewer", NAME, true);
        List<File> files = files(object.get("files"), entries, contents);
        @Nullable Interpreted interpretation = interpretation(object.get("interpretation"), files);
        @Nullable Reached reached = reach(object.get("reach"));
        @Nullable Instant releaseAt = fields.instant(object, "", "releaseAt");
        if (!problems.isEmpty()
                || mode == null
                || ground == null
                || reviewer == null
                || interpretation == null
                || reached == null) {
            return null;
        }
        return new SubmissionBundle(
                title, mode, ground, reviewer, interpretation, reached.reach, reached.openness, releaseAt, files);
    }

    private record Reached(Reach reach, Openness openness) {}

    private @Nullable Reached reach(@Nullable JsonNode node) {
        JsonNode object = fields.object(node, "/reach", Set.of("page", "searchEngines", "openData"));
        @Nullable Boolean page = fields.flag(object, "/reach", "page");
        @Nullable Boolean engines = fields.flag(object, "/reach", "searchEngines");
        @Nullable OpenData open = fields.word(object, "/reach", "openData", OpenData.class);
        if (page == null || engines == null || open == null) {
            return null;
        }
        if (!page) {
            fields.problem("/reach/page", "reach-page");
        }
        if (open != OpenData.NONE && !engines) {
            fields.problem("/reach/openData", "reach-order");
        }
        return switch (open) {
            case UNCONDITIONAL -> new Reached(Reach.OPEN_DATA, Openness.UNCONDITIONAL);
            case CONDITIONAL -> new Reached(Reach.OPEN_DATA, Openness.CONDITIONAL);
            case NONE -> new Reached(engines ? Reach.SEARCH_ENGINES : Reach.PAGE, Openness.CLOSED);
        };
    }

    private @Nullable Interpreted interpretation(@Nullable JsonNode node, List<File> files) {
        String at = "/interpretation";
        JsonNode object = fields.object(node, at, Set.of("file", "uid", "reasonNone", "firstInterpreter"));
        if (object == null) {
            return null;
        }
        @Nullable String file = fields.text(object, at, "file", 255, false);
        @Nullable String uid = fields.text(object, at, "uid", NAME, false);
        @Nullable String none = fields.text(object, at, "reasonNone", WORDS, false);
        @Nullable String person = fields.text(object, at, "firstInterpreter", NAME, false);
        long given = List.of("file", "uid", "reasonNone").stream()
                .filter(object::has)
                .count();
        if (given != 1) {
            fields.problem(at, "interpretation-one", given);
            return null;
        }
        if (object.has("reasonNone")) {
            if (object.has("firstInterpreter")) {
                fields.problem(at + "/firstInterpreter", "interpreter-without");
            }
        } else if (!object.has("firstInterpreter")) {
            fields.problem(at + "/firstInterpreter", "missing");
        }
        if (file != null
                && files.stream().noneMatch(each -> each.name().equals(file) && each.role() == Kind.INTERPRETATION)) {
            fields.problem(at + "/file", "interpretation-file", BundleNames.shown(file));
        }
        return new Interpreted(file, uid == null ? null : uid(at + "/uid", uid), none, person);
    }

    private @Nullable Uid uid(String pointer, String text) {
        try {
            return new Uid(text);
        } catch (IllegalArgumentException e) {
            fields.problem(pointer, "uid", BundleNames.shown(text));
            return null;
        }
    }

    private List<File> files(@Nullable JsonNode node, @Nullable Map<String, Path> entries, Map<String, Path> contents) {
        List<File> files = new ArrayList<>();
        if (node == null || !node.isArray()) {
            fields.problem("/files", node == null ? "missing" : "type", "array");
            return files;
        }
        if (node.size() > limits.files()) {
            fields.problem("/files", "too-many-files", node.size(), limits.files());
            return files;
        }
        Set<String> names = new HashSet<>();
        Set<String> used = new HashSet<>();
        int mains = 0;
        for (int i = 0; i < node.size(); i++) {
            String at = "/files/" + i;
            JsonNode object = fields.object(node.get(i), at, Set.of("name", "role", "content"));
            @Nullable String name = name(object, at, names);
            @Nullable Kind role = fields.word(object, at, "role", Kind.class);
            mains += role == Kind.MAIN ? 1 : 0;
            @Nullable Path content = object == null ? null : content(object, at, name, entries, contents);
            if (name != null) {
                used.add(name);
            }
            if (name != null && role != null && content != null) {
                files.add(new File(name, role, content));
            }
        }
        if (mains != 1) {
            fields.problem("/files", "one-main", mains);
        }
        if (entries != null) {
            Map<String, Path> left = new LinkedHashMap<>(entries);
            left.keySet().removeAll(used);
            left.remove(BundleZip.DESCRIPTION);
            left.keySet().forEach(name -> fields.problem("/files", "entry-undescribed", name));
        }
        return files;
    }

    private @Nullable String name(@Nullable JsonNode object, String at, Set<String> names) {
        @Nullable String name = fields.text(object, at, "name", 255, true);
        if (name == null) {
            return null;
        }
        if (!BundleNames.isPlain(name)) {
            fields.problem(at + "/name", "name-unsafe", BundleNames.shown(name));
            return null;
        }
        if (!names.add(BundleNames.key(name))) {
            fields.problem(at + "/name", "name-twice", name);
            return null;
        }
        return name;
    }

    private @Nullable Path content(
            JsonNode object,
            String at,
            @Nullable String name,
            @Nullable Map<String, Path> entries,
            Map<String, Path> contents) {
        if (entries == null) {
            Path content = contents.get(at);
            if (content == null) {
                fields.problem(at + "/content", object.has("content") ? "type" : "missing", "string");
            }
            return content;
        }
        if (object.has("content")) {
            fields.problem(at + "/content", "content-in-zip");
        }
        Path entry = name == null || name.equals(BundleZip.DESCRIPTION) ? null : entries.get(name);
        if (name != null && entry == null) {
            fields.problem(at + "/name", "entry-missing", name);
        }
        return entry;
    }
}

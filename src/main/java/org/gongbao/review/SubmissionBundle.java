package org.gongbao.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.Uid;
import org.gongbao.review.Statement.Interpretation;
import org.gongbao.review.Statement.Mode;
import org.gongbao.review.Statement.Openness;
import org.gongbao.review.SubmittedDocument.Kind;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a machine hands in at once (报送包): the files, and all that the department states of them. It comes as a ZIP with
 * {@code submission.json} beside the files, or as that JSON alone with the files in it as Base64; its schema is
 * {@code ontology/submission.schema.json}. Files go to disk while they come.
 *
 * @param title null where the department leaves it to recognition
 * @param ground article of 政府信息公开条例 that is the ground of the mode
 * @param releaseAt null for as soon as it may be
 * @param files in the order given; one is the main document
 */
public record SubmissionBundle(
        @Nullable String title,
        Mode mode,
        int ground,
        String reviewer,
        Interpreted interpretation,
        Reach reach,
        Openness openness,
        @Nullable Instant releaseAt,
        List<File> files) {

    public SubmissionBundle {
        files = List.copyOf(files);
    }

    /** @param content where the bytes are now; whoever asked for the reading moves or deletes them */
    public record File(String name, Kind role, Path content) {}

    /** A file of the bundle, a document that is here already, or the reason why there is none: exactly one of the three. */
    public record Interpreted(
            @Nullable String file,
            @Nullable Uid uid,
            @Nullable String reasonNone,
            @Nullable String firstInterpreter) {}

    /** What came of reading a bundle. */
    public sealed interface Result {

        /** It is whole and fits together. */
        record Whole(SubmissionBundle bundle) implements Result {}

        /** All that is wrong with it; none of its files is left on disk. */
        record Refused(List<BundleProblem> problems) implements Result {

            public Refused {
                problems = List.copyOf(problems);
            }
        }
    }

    /** What the department states, for the submission. An interpretation that is here already counts as one that follows. */
    public Statement statement() {
        Interpretation kind = interpretation.file() != null
                ? Interpretation.ENCLOSED
                : interpretation.uid() != null ? Interpretation.TO_FOLLOW : Interpretation.NONE;
        return new Statement(
                mode,
                ground,
                "",
                reviewer,
                kind,
                interpretation.firstInterpreter() == null ? "" : interpretation.firstInterpreter(),
                interpretation.reasonNone() == null ? "" : interpretation.reasonNone(),
                reach,
                openness);
    }

    /**
     * Reads a bundle.
     *
     * @param mediaType {@code application/zip} or {@code application/json}; parameters do not matter
     * @param folder on the disk of the data folder, where the files are put under names of our own
     */
    public static Result read(InputStream body, String mediaType, Path folder, BundleLimits limits) {
        BundleStore store = new BundleStore(folder, limits);
        List<BundleProblem> problems = new ArrayList<>();
        try {
            String type = mediaType.split(";", 2)[0].strip().toLowerCase(java.util.Locale.ROOT);
            @Nullable
            SubmissionBundle bundle = switch (type) {
                case "application/zip" -> zip(body, folder, limits, store, problems);
                case "application/json" -> json(body, limits, store, problems);
                default -> {
                    problems.add(BundleProblem.of("", "media-type", BundleNames.shown(type)));
                    yield null;
                }
            };
            if (bundle != null && problems.isEmpty()) {
                return new Result.Whole(bundle);
            }
            store.deleteAll();
            return new Result.Refused(problems);
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle cannot be read or stored", e);
        }
    }

    private static @Nullable SubmissionBundle json(
            InputStream body, BundleLimits limits, BundleStore store, List<BundleProblem> problems) {
        BundleJson json = new BundleJson(store, limits.jsonBytes(), problems);
        JsonNode root = json.read(body);
        return root == null ? null : new BundleReading(problems, limits).read(root, null, json.contents());
    }

    private static @Nullable SubmissionBundle zip(
            InputStream body, Path folder, BundleLimits limits, BundleStore store, List<BundleProblem> problems)
            throws IOException {
        BundleLimits whole = new BundleLimits(limits.bytes(), limits.bytes(), 1, 0);
        BundleStore archive = new BundleStore(folder, whole);
        try {
            Map<String, Path> entries = new BundleZip(store, limits, problems).unpack(archive.copy(body));
            Path description = entries.get(BundleZip.DESCRIPTION);
            if (description == null) {
                return null;
            }
            BundleJson json = new BundleJson(store, limits.jsonBytes(), problems);
            JsonNode root;
            try (InputStream in = Files.newInputStream(description)) {
                root = json.read(in);
            }
            @Nullable
            SubmissionBundle bundle =
                    root == null ? null : new BundleReading(problems, limits).read(root, entries, Map.of());
            Files.delete(description);
            return bundle;
        } catch (BundleStore.TooLargeException e) {
            problems.add(BundleProblem.of("", "too-large", e.bound));
            return null;
        } finally {
            archive.deleteAll();
        }
    }
}

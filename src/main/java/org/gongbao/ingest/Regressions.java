package org.gongbao.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.gongbao.access.AuditTrail;
import org.gongbao.access.Person;
import org.gongbao.archive.StorageException;
import org.gongbao.record.CanonicalJson;
import org.gongbao.review.Correction;
import org.gongbao.review.Corrections;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Regression samples (回归样例): originals with what people found true of them, against which later rules are measured by {@code
 * bench quality --regressions}. Each lies in a folder of its digest, named as it came, with its truth beside it; they are for
 * the inside alone and go when their document is erased.
 */
public final class Regressions {

    /** Folder in the data folder. */
    public static final String FOLDER = "regressions";

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}._〔〕（）-]");
    private static final int LONGEST_NAME = 60;

    private final Path folder;
    private final JobDocuments documents;
    private final Corrections corrections;
    private final Database database;
    private final AuditTrail trail;

    Regressions(Path folder, JobDocuments documents, Corrections corrections, Database database, AuditTrail trail) {
        this.folder = folder;
        this.documents = documents;
        this.corrections = corrections;
        this.database = database;
        this.trail = trail;
    }

    /** Whether a document can be a sample: the only one of its file, and a person corrected or confirmed a field of it. */
    public boolean canKeep(WorkingDocument document) {
        return document.part() == 0
                && document.record().items().isEmpty()
                && !fields(document).isEmpty();
    }

    /** Whether it is one, with what is true of it as far as people have said by now. */
    public boolean isKept(WorkingDocument document) {
        Path truth = truth(document);
        try {
            return Files.exists(truth) && Files.readString(truth).equals(expected(document));
        } catch (IOException e) {
            throw new UncheckedIOException("the truth " + truth + " cannot be read", e);
        }
    }

    /**
     * Keeps a document as a sample, or what is true of it anew.
     *
     * @throws IllegalArgumentException where it cannot be one
     */
    public void keep(Person person, WorkingDocument document) {
        if (!canKeep(document)) {
            throw new IllegalArgumentException("nobody corrected or confirmed a field of " + document.uid()
                    + ", or its file holds several documents");
        }
        Path truth = truth(document);
        try {
            Files.createDirectories(truth.getParent());
            Path file = truth.resolveSibling(name(document));
            put(file, document.original());
            String metadata = metadata(document);
            if (metadata != null) {
                Files.writeString(file.resolveSibling(file.getFileName() + ".meta.json"), metadata);
            }
            Path beside = truth.resolveSibling(".new");
            Files.writeString(beside, expected(document));
            database.write(sql -> {
                trail.append(
                        sql,
                        person.id(),
                        "regression.keep",
                        document.uid().value(),
                        Map.of("fields", String.join(",", fields(document).keySet())));
                return move(beside, truth);
            });
        } catch (IOException e) {
            throw new StorageException("the sample in " + truth.getParent() + " cannot be kept: " + e.getMessage(), e);
        }
    }

    private @Nullable String metadata(WorkingDocument document) {
        return documents
                .origin(document.uid())
                .map(JobDocuments.Origin::claimed)
                .orElse(null);
    }

    private static void put(Path file, Path original) throws IOException {
        Path beside = file.resolveSibling(".bytes");
        Files.copy(original, beside, StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path move(Path beside, Path truth) {
        try {
            return Files.move(beside, truth, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("the truth " + truth + " cannot be kept", e);
        }
    }

    private Path truth(WorkingDocument document) {
        return folder.resolve(document.sha256()).resolve(name(document) + ".expected.json");
    }

    /** The name as it came, since rules may read it, without what a folder could not hold. */
    private static String name(WorkingDocument document) {
        String plain = NO_NAME.matcher(document.name()).replaceAll("_");
        String end = plain.substring(Math.max(0, plain.length() - LONGEST_NAME));
        return end.startsWith(".") || end.startsWith("README") ? "_" + end : end;
    }

    private String expected(WorkingDocument document) {
        return CanonicalJson.write(fields(document));
    }

    /** The value of each field that a person corrected, or said again as it was read. */
    private Map<String, Object> fields(WorkingDocument document) {
        JsonNode record = JSON.readTree(CanonicalJson.write(document.record()));
        Map<String, Object> fields = new TreeMap<>();
        corrections.standing(document.uid()).stream()
                .filter(correction -> !correction.isOfText())
                .map(Correction::field)
                .forEach(field -> fields.put(field, said(field, record.path(field))));
        return fields;
    }

    /** Of the attributes of disclosure people say the mode. */
    private static Object said(String field, JsonNode value) {
        return JSON.convertValue(
                field.equals("disclosure") ? JSON.createObjectNode().set("mode", value.path("mode")) : value,
                Object.class);
    }

    /** Deletes what is kept of an original. */
    void delete(String sha256) {
        Path kept = folder.resolve(sha256);
        if (!Files.isDirectory(kept)) {
            return;
        }
        try (Stream<Path> files = Files.walk(kept)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StorageException("the sample in " + kept + " cannot be deleted: " + e.getMessage(), e);
        }
    }
}

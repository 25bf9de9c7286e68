package org.gongbao.privacy;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.TextCorrection;
import org.jspecify.annotations.Nullable;

/**
 * What people and the source said of a document that is to be published (发布前的决定).
 *
 * @param redactions the decisions on personal data that fit the document as it was read
 * @param metadata what the source says of the file beside it, as JSON; null for nothing
 * @param people puts people's corrections into a record that was recognised anew
 * @param texts what people read in lines and cells of the file
 * @param reading a file with what was read of the original, as a worker's result; null where it is not at hand
 */
public record Decided(
        List<Redaction> redactions,
        @Nullable String metadata,
        People people,
        List<TextCorrection> texts,
        @Nullable Path reading) {

    /** Nobody said anything. */
    public static final Decided NONE = new Decided(List.of(), null, (record, isRemoved) -> record);

    public Decided {
        redactions = List.copyOf(redactions);
        texts = List.copyOf(texts);
    }

    /** What was read of the original is not at hand. */
    public Decided(List<Redaction> redactions, @Nullable String metadata, People people, List<TextCorrection> texts) {
        this(redactions, metadata, people, texts, null);
    }

    /** The same with what was read of the original. */
    public Decided with(Path kept) {
        return new Decided(redactions, metadata, people, texts, kept);
    }

    /** Nobody read any line otherwise. */
    public Decided(List<Redaction> redactions, @Nullable String metadata, People people) {
        this(redactions, metadata, people, List.of());
    }

    /** What people said of fields. */
    @FunctionalInterface
    public interface People {

        /**
         * The record with what people said of it.
         *
         * @param isRemoved whether words hold something that was removed; a correction that does is left out
         */
        DocumentRecord corrected(DocumentRecord record, Predicate<String> isRemoved);
    }
}

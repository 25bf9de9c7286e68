package org.gongbao.review;

import java.util.Locale;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A file of a submission, and the document that was read of it.
 *
 * @param name the file's name, unique in the submission
 * @param part 0 for the file itself, from 1 for documents inside an archive or an issue
 * @param uid null until it is read, and where nothing could be read
 * @param outcome what became of it as the queue says, null until it is read
 * @param reason why it is held or cannot be read
 */
public record SubmittedDocument(
        String submission,
        String name,
        int part,
        Kind kind,
        @Nullable Uid uid,
        @Nullable String title,
        @Nullable String outcome,
        @Nullable String reason) {

    /** What a file is in its submission. */
    public enum Kind {
        /** 正文. */
        MAIN,
        /** 附件. */
        ANNEX,
        /** 解读. */
        INTERPRETATION;

        /** The word used in the database and in interfaces. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** @throws IllegalArgumentException where there is none of this code */
        public static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}

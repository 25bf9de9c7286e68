package org.gongbao.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * A file on its way in.
 *
 * @param name as listings show it, which may be a path below the folder that was submitted
 * @param content opened once
 * @param claimed the text of the {@code .meta.json} beside it
 */
public record IncomingFile(
        String name, Content content, @Nullable String claimed) {

    /** The name without folders. */
    String fileName() {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** Where its bytes come from. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}

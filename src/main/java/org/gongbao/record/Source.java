package org.gongbao.record;

import org.jspecify.annotations.Nullable;

/**
 * The file that a record was read from.
 *
 * @param sha256 SHA-256 of its bytes, in lower-case hexadecimal
 * @param mediaType what the bytes are, not what the name says
 * @param charset encoding of text formats
 * @param pages number of pages of paged formats
 */
public record Source(
        String name,
        String sha256,
        String mediaType,
        long bytes,
        @Nullable String charset,
        @Nullable Integer pages,
        boolean recognisedByOcr) {}

package org.gongbao.publication;

import org.jspecify.annotations.Nullable;

/**
 * What a projection has to do for one document.
 *
 * @param position the log position that causes it; a projection refuses to go behind what it has for this document
 * @param document the document as it is now, null when it is no longer public
 */
public record Change(long position, Uid uid, @Nullable PublishedDocument document) {}

package org.gongbao.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A numbered part of a document with its text and its own parts.
 *
 * @param label the numbering as written, without punctuation: {@code 一}, {@code （一）}, {@code 第三条}
 * @param level 1 for 一、
 */
public record Section(
        @Nullable String label, int level, @Nullable String heading, String text, List<Section> children) {

    public Section {
        children = List.copyOf(children);
    }
}

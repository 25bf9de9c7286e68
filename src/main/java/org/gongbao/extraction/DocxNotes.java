package org.gongbao.extraction;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Footnotes and endnotes (脚注, 尾注) of a DOCX: a mark such as {@code [1]} where they are referred to, their text at the end. */
final class DocxNotes {

    private final Map<String, XmlElement> notes = new LinkedHashMap<>();
    private final Map<String, String> marks = new LinkedHashMap<>();

    /** @param kind {@code footnote} or {@code endnote} */
    void define(String kind, @Nullable XmlElement tree) {
        if (tree != null) {
            tree.children().forEach(note -> notes.put(kind + note.attributes().get("w:id"), note));
        }
    }

    /** The mark of a note; nothing where the file does not hold it. */
    String mark(String kind, String id) {
        if (!notes.containsKey(kind + id)) {
            return "";
        }
        return marks.computeIfAbsent(kind + id, key -> "[" + (marks.size() + 1) + "]");
    }

    /** Hands over each note that was referred to, in that order, with its mark. */
    void each(BiConsumer<String, XmlElement> action) {
        for (Map.Entry<String, String> entry : new LinkedHashMap<>(marks).entrySet()) {
            XmlElement note = notes.get(entry.getKey());
            if (note != null) {
                action.accept(entry.getValue(), note);
            }
        }
    }
}

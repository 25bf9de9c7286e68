package org.gongbao.extraction;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The lists of a DOCX (numbering.xml): gives each numbered paragraph its number as text. */
final class DocxNumbering {

    /** Word itself takes no longer template of a number. */
    private static final int LONGEST_TEMPLATE = 100;

    private final Numbering numbering = new Numbering();
    private final Map<Integer, XmlElement> definitions = new HashMap<>();
    private final Map<Integer, XmlElement> lists = new HashMap<>();
    private final Map<Integer, Numbering.Level[]> levels = new HashMap<>();
    private final DocxStyles styles;

    DocxNumbering(@Nullable XmlElement tree, DocxStyles styles) {
        this.styles = styles;
        if (tree == null) {
            return;
        }
        for (XmlElement child : tree.children()) {
            Integer definition = DocxLook.integer(child.attributes().get("w:abstractNumId"));
            Integer list = DocxLook.integer(child.attributes().get("w:numId"));
            if (child.is("w:abstractNum") && definition != null) {
                definitions.put(definition, child);
            } else if (child.is("w:num") && list != null) {
                lists.put(list, child);
            }
        }
    }

    /** The number of the next paragraph of this look with what follows it, or nothing. */
    String next(DocxLook look) {
        Integer id = look.numberId();
        XmlElement list = id == null || id == 0 ? null : lists.get(id);
        Integer definition = list == null ? null : DocxLook.integer(list.value("w:abstractNumId"));
        if (id == null || list == null || definition == null) {
            return "";
        }
        Numbering.@Nullable Level[] defined = levels.get(id);
        if (defined == null) {
            defined = read(list, definition, 0);
            levels.put(id, defined);
            restart(list, definition);
        }
        Numbering.@Nullable Level[] known = defined;
        int index = look.numberLevel() == null ? 0 : look.numberLevel();
        return numbering.next(String.valueOf(definition), level -> known[level], index);
    }

    /** A list that overrides where a level starts counts anew from its first paragraph on. */
    private void restart(XmlElement list, int definition) {
        starts(list).forEach((level, start) -> numbering.restart(String.valueOf(definition), level, start));
    }

    /** Where the levels of a list start instead of where its definition says (ISO/IEC 29500-1, 17.9.26). */
    private static Map<Integer, Integer> starts(XmlElement list) {
        Map<Integer, Integer> starts = new HashMap<>();
        for (XmlElement override : list.children()) {
            Integer level = DocxLook.integer(override.attributes().get("w:ilvl"));
            Integer start = DocxLook.integer(override.value("w:startOverride"));
            boolean known = level != null && level >= 0 && level < Numbering.LEVELS && start != null;
            if (override.is("w:lvlOverride") && known) {
                starts.put(level, start);
            }
        }
        return starts;
    }

    private Numbering.@Nullable Level[] read(XmlElement list, int definition, int depth) {
        Numbering.@Nullable Level[] read = new Numbering.@Nullable Level[Numbering.LEVELS];
        XmlElement source = definitions.get(definition);
        if (source == null) {
            return read;
        }
        Integer linked = styles.numberId(source.value("w:numStyleLink"));
        XmlElement other = linked == null ? null : lists.get(linked);
        Integer otherDefinition = other == null ? null : DocxLook.integer(other.value("w:abstractNumId"));
        if (other != null && otherDefinition != null && depth < 3) {
            System.arraycopy(read(other, otherDefinition, depth + 1), 0, read, 0, read.length);
        }
        for (XmlElement level : source.children()) {
            put(level, read);
        }
        for (XmlElement override : list.children()) {
            XmlElement level = override.child("w:lvl");
            if (override.is("w:lvlOverride") && level != null) {
                put(level, read);
            }
        }
        starts(list).forEach((index, start) -> {
            Numbering.Level level = read[index];
            read[index] = level == null ? null : level.startingAt(start);
        });
        return read;
    }

    private static void put(XmlElement level, Numbering.@Nullable Level[] into) {
        Integer index = DocxLook.integer(level.attributes().get("w:ilvl"));
        if (!level.is("w:lvl") || index == null || index < 0 || index >= Numbering.LEVELS) {
            return;
        }
        Integer start = DocxLook.integer(level.value("w:start"));
        Integer restart = DocxLook.integer(level.value("w:lvlRestart"));
        into[index] = new Numbering.Level(
                Objects.requireNonNullElse(level.value("w:numFmt"), "decimal"),
                shortened(Objects.requireNonNullElse(level.value("w:lvlText"), "")),
                start == null ? 1 : start,
                restart == null ? -1 : restart,
                Boolean.TRUE.equals(level.toggle("w:isLgl")),
                !"nothing".equals(level.value("w:suff")));
    }

    private static String shortened(String template) {
        return template.length() <= LONGEST_TEMPLATE ? template : template.substring(0, LONGEST_TEMPLATE);
    }
}

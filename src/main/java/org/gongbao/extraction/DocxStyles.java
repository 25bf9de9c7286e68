package org.gongbao.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The styles of a DOCX (styles.xml), each with what it inherits. */
final class DocxStyles {

    private static final int LONGEST_CHAIN = 20;

    /** The name of a built-in heading, such as {@code heading 2} or {@code 标题 1}. */
    private static final Pattern HEADING = Pattern.compile("(?:heading|标题)\\s*([1-9])");

    private final Map<String, XmlElement> styles = new HashMap<>();
    private final Map<String, DocxLook> looks = new HashMap<>();
    private DocxLook defaults = DocxLook.NONE;
    private @Nullable String paragraphDefault;

    DocxStyles(@Nullable XmlElement tree) {
        if (tree == null) {
            return;
        }
        defaults = DocxLook.ofRun(tree.at("w:docDefaults", "w:rPrDefault", "w:rPr"))
                .over(DocxLook.ofParagraph(tree.at("w:docDefaults", "w:pPrDefault", "w:pPr")));
        for (XmlElement style : tree.children()) {
            String id = style.attributes().getOrDefault("w:styleId", "");
            if (style.is("w:style")) {
                styles.putIfAbsent(id, style);
                String isDefault = style.attributes().getOrDefault("w:default", "0");
                if (style.attributes().getOrDefault("w:type", "").equals("paragraph")
                        && isDefault.matches("1|true|on")) {
                    paragraphDefault = id;
                }
            }
        }
    }

    /** The look of a paragraph style; of the default one where it is null. */
    DocxLook paragraph(@Nullable String id) {
        String known = id != null && styles.containsKey(id) ? id : paragraphDefault;
        return known == null ? defaults : look(known).over(defaults);
    }

    /** The look of a character style alone. */
    DocxLook character(@Nullable String id) {
        return id == null ? DocxLook.NONE : look(id);
    }

    private DocxLook look(String id) {
        DocxLook known = looks.get(id);
        if (known == null) {
            known = inherited(id);
            looks.put(id, known);
        }
        return known;
    }

    private DocxLook inherited(String id) {
        DocxLook look = DocxLook.NONE;
        String next = id;
        for (int i = 0; i < LONGEST_CHAIN && next != null; i++) {
            XmlElement style = styles.get(next);
            if (style == null) {
                break;
            }
            look = look.over(own(style));
            next = style.value("w:basedOn");
        }
        return look;
    }

    private static DocxLook own(XmlElement style) {
        DocxLook look = DocxLook.ofRun(style.child("w:rPr")).over(DocxLook.ofParagraph(style.child("w:pPr")));
        String name = style.value("w:name");
        Matcher heading = HEADING.matcher(name == null ? "" : name.toLowerCase(Locale.ROOT));
        if (look.outline() != null || !heading.matches()) {
            return look;
        }
        int level = Integer.parseInt(heading.group(1)) - 1;
        return look.over(new DocxLook(null, null, null, null, null, level, null, null));
    }

    /** The list that a numbering style stands for, null where it is none. */
    @Nullable
    Integer numberId(@Nullable String id) {
        return id == null ? null : look(id).numberId();
    }
}

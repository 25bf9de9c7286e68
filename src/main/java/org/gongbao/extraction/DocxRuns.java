package org.gongbao.extraction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of one paragraph of a DOCX: what a reader of the final version sees. Tracked deletions, hidden text and
 * field codes stay out; text boxes are set aside, to follow the paragraph.
 */
final class DocxRuns {

    /** What Wingdings shows for a code: check boxes and marks that forms are filled in with. */
    private static final Map<Integer, String> WINGDINGS = Map.of(
            0xFE, "☑", 0x52, "☑", 0xFD, "☒", 0x53, "☒", 0xA8, "□", 0xA3, "□", 0x6F, "□", 0xFC, "√", 0x50, "√", 0xFB,
            "×");

    private final WordParagraph paragraph;
    private final DocxStyles styles;
    private final WordFindings findings;
    private final DocxLook base;
    private final List<XmlElement> boxes = new ArrayList<>();
    private final DocxNotes notes;
    private int fieldDepth;
    private int codeDepth;

    DocxRuns(WordParagraph paragraph, DocxParts parts, DocxLook base) {
        this.paragraph = paragraph;
        this.styles = parts.styles();
        this.findings = parts.findings();
        this.notes = parts.notes();
        this.base = base;
    }

    /** Contents of the text boxes that are anchored here, and WordArt (v:textpath). */
    List<XmlElement> boxes() {
        return boxes;
    }

    void read(XmlElement parent) {
        for (XmlElement child : parent.children()) {
            switch (child.name()) {
                case "w:r" -> run(child);
                case "w:del", "w:moveFrom" -> findings.count(WordFindings.Kind.DELETED_TEXT);
                case "w:ins", "w:moveTo" -> {
                    findings.count(WordFindings.Kind.INSERTED_TEXT);
                    read(child);
                }
                case "mc:AlternateContent" -> read(chosen(child));
                case "m:oMath", "m:oMathPara" -> child.each("m:t", text -> append(text.text(), base));
                case "w:pPr", "w:sdtPr", "w:rPr" -> {}
                default -> read(child);
            }
        }
    }

    /** Of alternatives for newer and older programs the first, so that nothing comes twice. */
    static XmlElement chosen(XmlElement alternatives) {
        XmlElement choice = alternatives.child("mc:Choice");
        XmlElement fallback = alternatives.child("mc:Fallback");
        XmlElement chosen = choice == null ? fallback : choice;
        return chosen == null ? XmlElement.of("mc:Choice", Map.of()) : chosen;
    }

    private void run(XmlElement run) {
        XmlElement properties = run.child("w:rPr");
        DocxLook look = DocxLook.ofRun(properties)
                .over(styles.character(properties == null ? null : properties.value("w:rStyle")))
                .over(base);
        if (look.isHidden()) {
            if (run.child("w:t") != null) {
                findings.count(WordFindings.Kind.HIDDEN_TEXT);
            }
            return;
        }
        for (XmlElement item : run.children()) {
            item(item, look);
        }
    }

    private void item(XmlElement item, DocxLook look) {
        switch (item.name()) {
            case "w:t" -> append(item.text().replace('\n', ' '), look);
            case "w:tab", "w:ptab" -> append("\t", look);
            case "w:br", "w:cr" -> append("\n", look);
            case "w:noBreakHyphen" -> append("-", look);
            case "w:sym" -> append(symbol(item), look);
            case "w:fldChar" -> field(item);
            case "w:footnoteReference" -> note("footnote", item);
            case "w:endnoteReference" -> note("endnote", item);
            case "w:ruby" -> item.each("w:rubyBase", this::read);
            case "mc:AlternateContent" -> chosen(item).children().forEach(child -> item(child, look));
            case "w:object" -> {
                findings.count(WordFindings.Kind.EMBEDDED_OBJECTS);
                drawing(item);
            }
            case "w:drawing", "w:pict" -> drawing(item);
            case "w:delText" -> findings.count(WordFindings.Kind.DELETED_TEXT);
            default -> {}
        }
    }

    private void append(String text, DocxLook look) {
        if (codeDepth == 0) {
            double size = look.size() == null ? 0 : look.size();
            paragraph.append(text, size, Boolean.TRUE.equals(look.bold()), Boolean.TRUE.equals(look.red()));
        }
    }

    /** A field shows its result; its code stands between begin and separate. */
    private void field(XmlElement mark) {
        switch (mark.attributes().getOrDefault("w:fldCharType", "")) {
            case "begin" -> {
                fieldDepth++;
                codeDepth = codeDepth == 0 ? fieldDepth : codeDepth;
            }
            case "separate" -> codeDepth = codeDepth == fieldDepth ? 0 : codeDepth;
            case "end" -> {
                codeDepth = codeDepth == fieldDepth ? 0 : codeDepth;
                fieldDepth = Math.max(0, fieldDepth - 1);
            }
            default -> {}
        }
    }

    private void note(String kind, XmlElement reference) {
        String id = reference.attributes().get("w:id");
        if (id != null && codeDepth == 0) {
            paragraph.append(notes.mark(kind, id), 0, false, false);
        }
    }

    private void drawing(XmlElement drawing) {
        int before = boxes.size();
        contents(drawing);
        if (boxes.size() == before) {
            findings.count(WordFindings.Kind.PICTURES);
        }
    }

    private void contents(XmlElement element) {
        for (XmlElement child : element.children()) {
            if (child.is("w:txbxContent")
                    || (child.is("v:textpath") && child.attributes().containsKey("string"))) {
                boxes.add(child);
            } else {
                contents(child.is("mc:AlternateContent") ? chosen(child) : child);
            }
        }
    }

    private String symbol(XmlElement symbol) {
        @Nullable Integer code = hexadecimal(symbol.attributes().get("w:char"));
        if (code == null) {
            return "";
        }
        String font = symbol.attributes().getOrDefault("w:font", "");
        int low = code >= 0xF000 && code <= 0xF0FF ? code - 0xF000 : code;
        if (font.startsWith("Wingdings") && WINGDINGS.containsKey(low)) {
            return WINGDINGS.get(low);
        }
        if (code >= 0xE000 && code <= 0xF8FF) {
            findings.count(WordFindings.Kind.UNKNOWN_SYMBOLS);
            return "\uFFFD";
        }
        return code > 0x10FFFF ? "" : Character.toString(code);
    }

    private static @Nullable Integer hexadecimal(@Nullable String value) {
        try {
            return value == null ? null : Integer.valueOf(value, 16);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}

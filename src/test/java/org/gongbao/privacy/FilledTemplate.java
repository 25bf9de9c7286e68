package org.gongbao.privacy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.gongbao.recognition.Prompts;

/** A template that somebody fills in: types over prompts where they stand, and deletes lines that are not needed. */
final class FilledTemplate {

    private final byte[] template;
    private final Map<String, Deque<String>> values = new HashMap<>();
    private Predicate<String> deleted = line -> false;

    FilledTemplate(String name) {
        template = Templates.over(null).docx(name).orElseThrow();
    }

    /** What is typed over the prompts that ask for this, in their order; the last value over all that are left. */
    FilledTemplate with(String asked, String... typed) {
        values.put(asked, new ArrayDeque<>(List.of(typed)));
        return this;
    }

    /** Deletes the paragraphs that begin so. */
    FilledTemplate without(String beginning) {
        Predicate<String> before = deleted;
        deleted = line -> before.test(line) || line.startsWith(beginning);
        return this;
    }

    Path write(Path file) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(template));
                OutputStream out = Files.newOutputStream(file)) {
            for (XWPFTable table : document.getTables()) {
                table.getRows()
                        .forEach(row -> row.getTableCells()
                                .forEach(cell -> cell.getParagraphs().forEach(this::type)));
            }
            for (IBodyElement element : List.copyOf(document.getBodyElements())) {
                if (element instanceof XWPFParagraph paragraph) {
                    if (deleted.test(paragraph.getText())) {
                        document.removeBodyElement(document.getPosOfParagraph(paragraph));
                    } else {
                        type(paragraph);
                    }
                }
            }
            document.write(out);
        }
        return file;
    }

    private void type(XWPFParagraph paragraph) {
        for (XWPFRun run : paragraph.getRuns()) {
            String text = Objects.requireNonNullElse(run.text(), "");
            if (text.startsWith(Prompts.OPENING)) {
                String asked = text.substring(Prompts.OPENING.length(), text.length() - 1)
                        .split("，", 2)[0];
                Deque<String> typed = values.get(asked);
                if (typed != null) {
                    run.setText(typed.size() > 1 ? typed.removeFirst() : typed.getFirst(), 0);
                }
            }
        }
    }
}

package org.gongbao.web.desk;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.ingest.WorkingDocument;
import org.gongbao.ingest.WorkingDocuments.DrawnPage;
import org.gongbao.record.Box;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;

/**
 * The fields of a document beside its pages: each with the places where it was seen.
 *
 * @param pages with the marks on each; none where the file has no pages that can be drawn
 */
record EvidenceView(List<FieldRow> fields, List<PageView> pages) {

    /**
     * A field with its form.
     *
     * @param shown the value as the form shows it
     * @param machine what was read by machine, as the form would show it
     */
    record FieldRow(EditedField field, String shown, String machine, List<Claim> claims) {

        public boolean isCorrected() {
            return !shown.equals(machine);
        }
    }

    /** A page in points with the marks on it. */
    record PageView(int number, double width, double height, List<Mark> marks) {

        /** What its drawing is measured in. */
        public String viewBox() {
            return "0 0 " + width + " " + height;
        }
    }

    /** Where a field was seen. */
    record Mark(String field, Box box) {}

    static EvidenceView of(WorkingDocument document, List<DrawnPage> pages) {
        DocumentRecord record = document.record();
        List<FieldRow> fields = new ArrayList<>();
        for (EditedField field : EditedField.values()) {
            fields.add(new FieldRow(
                    field,
                    field.shown(record),
                    field.shown(document.machine()),
                    record.claims().getOrDefault(field.getName(), List.of())));
        }
        return new EvidenceView(
                fields, pages.stream().map(page -> view(page, record)).toList());
    }

    private static PageView view(DrawnPage page, DocumentRecord record) {
        List<Mark> marks = new ArrayList<>();
        record.claims()
                .forEach((field, claims) -> claims.forEach(claim -> {
                    Box box = claim.box();
                    if (box != null
                            && EditedField.of(field).isPresent()
                            && claim.page() != null
                            && claim.page() == page.number()) {
                        marks.add(new Mark(field, box));
                    }
                }));
        return new PageView(page.number(), page.width(), page.height(), marks);
    }
}

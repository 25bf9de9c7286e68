package org.gongbao.extraction;

import org.gongbao.record.Finding;
import org.gongbao.record.Severity;

/**
 * What is wrong with a page of a PDF, told once however often it is met. Apart from {@link PdfPageReader}, which goes on
 * reading after each.
 */
final class PageFaults {

    private final PageContent content;
    private boolean isDamaged;
    private boolean isRecursive;

    PageFaults(PageContent content) {
        this.content = content;
    }

    void tooCostly(PageTooCostlyException cause) {
        content.tooCostly = true;
        content.add(Finding.error(
                "pdf.page-too-costly",
                "The page was read only in part: " + cause.getMessage() + "; a page of a document needs far less."));
    }

    void damage(Throwable cause) {
        if (!isDamaged) {
            isDamaged = true;
            content.add(new Finding(
                    Severity.ERROR,
                    "pdf.page-damaged",
                    "The content of the page is damaged and was read only in part: " + reason(cause),
                    null,
                    null));
        }
    }

    private static String reason(Throwable cause) {
        String message = cause.getMessage();
        return message == null ? cause.getClass().getSimpleName() : message;
    }

    /** @param form its name among the resources of the page */
    void recursion(String form) {
        if (!isRecursive) {
            isRecursive = true;
            content.add(Finding.warning(
                            "pdf.xobject-recursion",
                            "A form XObject draws itself, directly or by another; it was drawn once.")
                    .quoting(form));
        }
    }
}

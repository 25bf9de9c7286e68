package org.gongbao.extraction;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.gongbao.extraction.HostileFile.Maker;

/** PDFs whose structure is a trap: loops, multiplication, numbers that lie. */
final class HostilePdfs {

    private static final String SOUND = "Sound page";

    private HostilePdfs() {}

    static List<HostileFile> structures() {
        return List.of(
                HostileFile.refused("locked.pdf", HostilePdfs::locked, "file.encrypted"),
                HostileFile.read("page-tree-loop.pdf", Maker.of(pageTreeLoop()), SOUND),
                HostileFile.read("parent-loop.pdf", Maker.of(parentLoop()), SOUND),
                HostileFile.refused("million-kids.pdf", Maker.of(millionKids()), "file.too-many-pages")
                        .and(outcome -> outcome.mentions("1000000")),
                HostileFile.read("xref-loop.pdf", Maker.of(sound().bytes("/Prev HERE")), SOUND),
                HostileFile.noted("length-loop.pdf", Maker.of(lengthLoop()), "pdf.empty"),
                HostileFile.noted("object-stream-loop.pdf", Maker.of(objectStreamLoop()), "file.damaged"),
                HostileFile.noted("deep-arrays.pdf", Maker.of(deepArrays()), "pdf.empty", "pdf.page-damaged"),
                HostileFile.noted("random.pdf", HostilePdfs::random, "file.damaged"),
                HostileFile.read("name-tree-loop.pdf", Maker.of(nameTreeLoop()), SOUND),
                HostileFile.read("annotation-flood.pdf", Maker.of(annotations()), SOUND));
    }

    static RawPdf sound() {
        RawPdf pdf = new RawPdf();
        return pdf.pages(pdf.textPage(SOUND));
    }

    /** Shortened to 10, 30, 50, 70, 90 and 98 per cent. */
    static List<HostileFile> truncated() {
        byte[] whole = sound().bytes();
        return IntStream.of(10, 30, 50, 70, 90, 98)
                .mapToObj(percent -> HostileFile.noted(
                        "truncated-" + percent + ".pdf",
                        Maker.of(Arrays.copyOf(whole, whole.length * percent / 100)),
                        "file.damaged",
                        "pdf.end-missing"))
                .toList();
    }

    private static void locked(OutputStream out) throws IOException {
        try (PDDocument document = org.apache.pdfbox.Loader.loadPDF(sound().bytes())) {
            document.protect(new StandardProtectionPolicy("owner", "user", new AccessPermission()));
            document.save(out);
        }
    }

    private static byte[] pageTreeLoop() {
        RawPdf pdf = new RawPdf();
        int page = pdf.textPage(SOUND);
        int node = pdf.next();
        pdf.add("<< /Type /Pages /Parent 2 0 R /Count 9 /Kids [ 2 0 R " + node + " 0 R ] >>");
        return pdf.pages(page, node, 2).bytes();
    }

    private static byte[] parentLoop() {
        RawPdf pdf = new RawPdf();
        int content = pdf.stream("", "BT /F 16 Tf 77 700 Td (" + SOUND + ") Tj ET");
        int page = pdf.next();
        pdf.add("<< /Type /Page /Parent " + page + " 0 R /Contents " + content + " 0 R " + RawPdf.resources("")
                + " >>");
        pdf.pages(page);
        return pdf.bytes();
    }

    private static byte[] millionKids() {
        RawPdf pdf = new RawPdf();
        int page = pdf.textPage(SOUND);
        pdf.set(2, "<< /Type /Pages /Count 1000000 /Kids [" + (page + " 0 R ").repeat(1_000_000) + "] >>");
        return pdf.bytes();
    }

    private static byte[] lengthLoop() {
        RawPdf pdf = new RawPdf();
        int self = pdf.next();
        pdf.add("<< /Length " + self + " 0 R >>\nstream\nBT /F 16 Tf (loop) Tj ET\nendstream");
        return pdf.pages(pdf.page(self, RawPdf.resources(""))).bytes();
    }

    /** The page tree is in an object stream, which is said to be in itself. */
    private static byte[] objectStreamLoop() {
        String body = "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 3 0 R >>\nendobj\n"
                + "2 0 obj\n<< /Type /ObjStm /N 2 /First 8 /Extends 2 0 R /Length 30 >>\nstream\n"
                + "2 0 3 0 << /Type /Pages >>       \nendstream\nendobj\n";
        byte[] entries = {0, 0, 0, 0, 1, 0, 9, 0, 2, 0, 2, 0, 2, 0, 2, 1, 1, 0, (byte) body.length(), 0};
        int start = body.length();
        String xref = "4 0 obj\n<< /Type /XRef /Size 5 /W [1 2 1] /Root 1 0 R /Length " + entries.length
                + " >>\nstream\n" + new String(entries, java.nio.charset.StandardCharsets.ISO_8859_1)
                + "\nendstream\nendobj\nstartxref\n" + start + "\n%%EOF\n";
        return RawPdf.latin(body + xref);
    }

    private static byte[] deepArrays() {
        RawPdf pdf = new RawPdf();
        int content = pdf.stream("", "[".repeat(200_000) + " TJ BT /F 16 Tf 77 700 Td (" + SOUND + ") Tj ET");
        int deep = pdf.add("[".repeat(200_000) + "]".repeat(200_000));
        return pdf.pages(pdf.page(content, RawPdf.resources("") + " /Annots " + deep + " 0 R"))
                .bytes();
    }

    private static void random(OutputStream out) throws IOException {
        byte[] noise = new byte[300_000];
        new java.util.Random(41).nextBytes(noise);
        out.write(RawPdf.latin("%PDF-1.7\n"));
        out.write(noise);
    }

    private static byte[] nameTreeLoop() {
        RawPdf pdf = sound();
        int node = pdf.next();
        pdf.add("<< /Kids [ " + node + " 0 R " + node + " 0 R ] /Limits [(a) (b)] >>");
        int outline = pdf.next();
        pdf.add("<< /Title (loop) /First " + outline + " 0 R /Next " + outline + " 0 R >>");
        pdf.set(
                1,
                "<< /Type /Catalog /Pages 2 0 R /Outlines " + outline + " 0 R /Names << /JavaScript " + node
                        + " 0 R /EmbeddedFiles " + node + " 0 R >> >>");
        return pdf.bytes();
    }

    private static byte[] annotations() {
        RawPdf pdf = new RawPdf();
        int self = pdf.next();
        pdf.stream(
                "/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X " + self + " 0 R >> >>",
                "/X Do /X Do");
        int widget = pdf.add("<< /Type /Annot /Subtype /Widget /Rect [0 0 9 9] /AP << /N " + self + " 0 R >> >>");
        int content = pdf.stream("", "BT /F 16 Tf 77 700 Td (" + SOUND + ") Tj ET");
        String annotations = " /Annots [" + (widget + " 0 R ").repeat(100_000) + "]";
        return pdf.pages(pdf.page(content, RawPdf.resources("") + annotations)).bytes();
    }
}

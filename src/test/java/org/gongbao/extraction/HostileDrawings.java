package org.gongbao.extraction;

import java.util.Arrays;
import java.util.List;
import org.gongbao.extraction.HostileFile.Maker;

/** PDFs whose pages ask for endless work: forms, filters, fonts, patterns and pictures. */
final class HostileDrawings {

    private static final String FORM = "/Type /XObject /Subtype /Form /BBox [0 0 595 842] ";
    private static final String TEXT = "BT /F 16 Tf 77 700 Td (Sound page) Tj ET ";

    private HostileDrawings() {}

    /** Pages with text. */
    static List<HostileFile> withText() {
        return List.of(
                HostileFile.read("self-drawing.pdf", Maker.of(selfDrawing()), "Sound page", "pdf.xobject-recursion"),
                HostileFile.read("fan-out.pdf", Maker.of(fanOut(TEXT)), "Sound page", "pdf.page-too-costly"),
                HostileFile.noted("224-megabytes.pdf", Maker.of(contentBomb(224 << 20, 1)), "pdf.page-too-costly"),
                HostileFile.noted("packed-twice.pdf", Maker.of(contentBomb(224 << 20, 2)), "pdf.page-too-costly"),
                HostileFile.noted(
                        "nested-filters.pdf", Maker.of(nestedFilters()), "pdf.page-too-costly", "pdf.page-damaged"),
                HostileFile.read("to-unicode-flood.pdf", Maker.of(toUnicodeFlood()), "云州市", "pdf.font-flooded"),
                HostileFile.read("widths-flood.pdf", Maker.of(widthsFlood()), "云州市", "pdf.font-flooded"),
                HostileFile.read("type3-loop.pdf", Maker.of(type3Loop()), "Sound page"),
                HostileFile.read("self-saving.pdf", Maker.of(states()), "Sound page", "pdf.page-too-costly"),
                HostileFile.read("numbers.pdf", Maker.of(numbers()), "Sound page"));
    }

    /** Pages that must be drawn for recognition, since they show no text. */
    static List<HostileFile> withoutText() {
        return List.of(
                HostileFile.noted("fan-out-textless.pdf", Maker.of(fanOut("")), "pdf.page-too-costly"),
                HostileFile.noted("pattern-fan-out.pdf", Maker.of(patterns()), "ocr.page-blank", "ocr.page-unreadable"),
                HostileFile.noted(
                        "pixel-flood.pdf",
                        Maker.of(pixels()),
                        "ocr.page-blank",
                        "ocr.page-unreadable",
                        "pdf.page-undrawable"),
                HostileFile.noted("huge-page.pdf", Maker.of(hugePage()), "pdf.page-undrawable"),
                HostileFile.blank("endless-fills.pdf", Maker.of(fills()), "ocr.page-unreadable"));
    }

    private static byte[] selfDrawing() {
        RawPdf pdf = new RawPdf();
        int self = pdf.next();
        pdf.stream(FORM + "/Resources << /XObject << /X " + self + " 0 R >> >>", "/X Do /X Do");
        String x = "/XObject << /X " + self + " 0 R >>";
        return pdf.pages(pdf.page(pdf.stream("", TEXT + "/X Do"), RawPdf.resources(x)))
                .bytes();
    }

    private static byte[] fanOut(String text) {
        RawPdf pdf = new RawPdf();
        int form = pdf.stream(FORM, "0 0 9 9 re f");
        for (int i = 0; i < 24; i++) {
            form = pdf.stream(FORM + "/Resources << /XObject << /X " + form + " 0 R >> >>", "/X Do /X Do");
        }
        String x = "/XObject << /X " + form + " 0 R >>";
        return pdf.pages(pdf.page(pdf.stream("", text + "/X Do"), RawPdf.resources(x)))
                .bytes();
    }

    private static byte[] contentBomb(int size, int times) {
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) ' ');
        RawPdf pdf = new RawPdf();
        return pdf.pages(pdf.page(pdf.packed("", content, times), RawPdf.resources("")))
                .bytes();
    }

    /** Run lengths of run lengths in hexadecimal: each filter makes 64 bytes of one. */
    private static byte[] nestedFilters() {
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < 60_000; i++) {
            data.append("81 81 ");
        }
        RawPdf pdf = new RawPdf();
        String filters = "/Filter [ /ASCIIHexDecode" + " /RunLengthDecode".repeat(12) + " ]";
        return pdf.pages(pdf.page(pdf.stream(filters, data + ">"), RawPdf.resources("")))
                .bytes();
    }

    private static byte[] toUnicodeFlood() {
        String map = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
                + "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
                + "100 beginbfrange\n" + "<0000> <FFFF> <0041>\n".repeat(100) + "endbfrange\n".repeat(1)
                + ("100 beginbfrange\n" + "<0000> <FFFF> <0041>\n".repeat(100) + "endbfrange\n").repeat(200)
                + "1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange endcmap end end";
        return cidFont(map, "/W [0 [500]]");
    }

    private static byte[] widthsFlood() {
        String flood = "0 2147483646 500 ".repeat(50);
        String vertical = "0 2147483646 -1000 250 772 ".repeat(50);
        return cidFont("", "/W [" + flood + "] /W2 [" + vertical + "]");
    }

    private static byte[] cidFont(String toUnicode, String widths) {
        RawPdf pdf = new RawPdf();
        int map = pdf.stream("", toUnicode);
        int descriptor = pdf.add("<< /Type /FontDescriptor /FontName /Song /Flags 4 >>");
        int cid = pdf.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe)"
                + " /Ordering (GB1) /Supplement 5 >> /FontDescriptor " + descriptor + " 0 R " + widths + " >>");
        int font = pdf.add("<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /UniGB-UTF16-V /DescendantFonts ["
                + cid + " 0 R]" + (toUnicode.isEmpty() ? "" : " /ToUnicode " + map + " 0 R") + " >>");
        int content = pdf.stream("", "BT /G 16 Tf 77 700 Td <4E915DDE5E02> Tj ET");
        return pdf.pages(pdf.page(content, "/Resources << /Font << /G " + font + " 0 R >> >>"))
                .bytes();
    }

    /** A glyph that shows itself in its own font. */
    private static byte[] type3Loop() {
        RawPdf pdf = new RawPdf();
        int font = pdf.next() + 1;
        String own = "/Resources << /Font << /T " + font + " 0 R >> >>";
        int glyph = pdf.stream("", "500 0 d0 BT /T 9 Tf (aa) Tj ET");
        pdf.add(
                "<< /Type /Font /Subtype /Type3 /FontBBox [0 0 9 9] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 97"
                        + " /Widths [500] /Encoding << /Differences [97 /a] >> /CharProcs << /a " + glyph + " 0 R >> "
                        + own
                        + " >>");
        int content = pdf.stream("", TEXT + "BT /T 9 Tf 77 600 Td (aaaa) Tj ET");
        String fonts = "/Resources << /Font << /T " + font
                + " 0 R /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>";
        return pdf.pages(pdf.page(content, fonts)).bytes();
    }

    private static byte[] states() {
        RawPdf pdf = new RawPdf();
        int content = pdf.packed("", RawPdf.latin(TEXT + "q ".repeat(2_000_000) + "BT ".repeat(10_000)), 1);
        return pdf.pages(pdf.page(content, RawPdf.resources(""))).bytes();
    }

    private static byte[] numbers() {
        RawPdf pdf = new RawPdf();
        String wild = "1e38 0 0 1e38 99999999999999999999 -.--5 cm 9".repeat(2) + "9".repeat(400) + " w 0 0 m "
                + "1e30 1e30 l S 0 Tf ";
        int content = pdf.stream("", TEXT + "q " + wild + "BT /F 1e30 Tf (wild) Tj ET Q [99999999999 0] 0 d");
        return pdf.pages(pdf.page(content, RawPdf.resources(""))).bytes();
    }

    /** Tiling patterns, each of which paints with the next one many times over. */
    private static byte[] patterns() {
        RawPdf pdf = new RawPdf();
        String tile = "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 500 500] /XStep 1 /YStep 1 ";
        int pattern = pdf.stream(tile + "/Resources << >>", "0 0 1 1 re f");
        for (int i = 0; i < 12; i++) {
            pattern = pdf.stream(
                    tile + "/Resources << /Pattern << /P " + pattern + " 0 R >> >>",
                    "/Pattern cs /P scn 0 0 500 500 re f 1 1 400 400 re f");
        }
        String resources = "/Resources << /Pattern << /P " + pattern + " 0 R >> >>";
        return pdf.pages(pdf.page(pdf.stream("", "/Pattern cs /P scn 0 0 595 842 re f"), resources))
                .bytes();
    }

    private static byte[] pixels() {
        RawPdf pdf = new RawPdf();
        int image = pdf.packed(
                "/Type /XObject /Subtype /Image /Width 100000 /Height 100000 /BitsPerComponent 8 /ColorSpace /DeviceRGB",
                new byte[1 << 20],
                1);
        String x = "/XObject << /X " + image + " 0 R >>";
        return pdf.pages(pdf.page(pdf.stream("", "q 595 0 0 842 0 0 cm /X Do Q"), RawPdf.resources(x)))
                .bytes();
    }

    /** Few enough operators to be read, and each paints the whole page. */
    private static byte[] fills() {
        RawPdf pdf = new RawPdf();
        int content = pdf.packed("", RawPdf.latin("0 0 595 842 re f ".repeat(1_000_000)), 1);
        return pdf.pages(pdf.page(content, RawPdf.resources(""))).bytes();
    }

    private static byte[] hugePage() {
        RawPdf pdf = new RawPdf();
        int content = pdf.stream("", "0 0 1000000000 1000000000 re f");
        pdf.pages(pdf.add("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1e12 1e12] /Contents " + content + " 0 R >>"));
        return pdf.bytes();
    }
}

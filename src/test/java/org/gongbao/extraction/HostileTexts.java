package org.gongbao.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongbao.extraction.HostileFile.Maker;

/** Text and HTML that break parsers, hide words or turn them around. */
final class HostileTexts {

    private static final String WORDS = "云州市人民政府办公室关于印发方案的通知";

    private HostileTexts() {}

    static List<HostileFile> all() {
        return List.of(
                HostileFile.refused("empty.pdf", Maker.of(""), "file.empty"),
                HostileFile.noted("error-page.pdf", Maker.of(errorPage()), "html.error-page")
                        .and(outcome -> outcome.mentions("HTML")),
                HostileFile.read("deep.html", Maker.of(deep()), WORDS),
                HostileFile.read("mutating.html", Maker.of(page(mutating())), WORDS)
                        .without("<script", "onerror=", "javascript:"),
                HostileFile.read("utf-7.html", Maker.of(page("<meta charset=utf-7>+ADw-script+AD4-alert(1)")), WORDS)
                        .without("<script"),
                HostileFile.read("spans.html", Maker.of(page(spans())), WORDS),
                HostileFile.read("attributes.html", Maker.of(page(attributes())), WORDS),
                HostileFile.read("surrogates.txt", HostileTexts::surrogates, WORDS),
                HostileFile.read("half-pairs.txt", HostileTexts::halfPairs, WORDS, "text.undecodable"),
                HostileFile.read(
                                "turned.txt",
                                Maker.of(WORDS + "\n\u202Eexe.txt\u202C\u2066 x\u2069"),
                                WORDS,
                                "text.invisible-characters")
                        .without("\u202E"),
                HostileFile.read("zero-width.txt", Maker.of(zeroWidth()), WORDS, "text.invisible-characters"),
                HostileFile.read("controls.txt", Maker.of(WORDS + "\u0000\u0007\u001B[31m\n正文"), WORDS),
                HostileFile.refused("one-line.txt", HostileTexts::oneLine, "file.too-large"),
                HostileFile.read("repetition.txt", Maker.of(repetition()), "第一条"),
                HostileFile.noted("random.bin", HostileTexts::random, "file.unknown"),
                HostileFile.noted("random.txt", HostileTexts::highRandom, "text.undecodable"),
                HostileFile.noted("pdf-and-zip.pdf", HostileTexts::pdfAndZip, "pdf.end-missing"),
                HostileFile.read("html-and-pdf.html", HostileTexts::htmlAndPdf, WORDS),
                HostileFile.refused("deep.json", Maker.of("{\"a\":".repeat(50_000)), "file.unsupported"));
    }

    private static String page(String body) {
        return "<!DOCTYPE html><html><head><title>" + WORDS + "</title></head><body><h1>" + WORDS + "</h1><p>" + body
                + "</p></body></html>";
    }

    private static String errorPage() {
        return "<html><head><title>404 Not Found</title></head><body><h1>404 Not Found</h1>nginx</body></html>";
    }

    private static String deep() {
        return page("<div><b><table><tr><td>".repeat(25_000) + WORDS);
    }

    private static String mutating() {
        return "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">"
                + "<svg><p><style><a id=\"</style><img src=1 onerror=alert(1)>\"><noscript><p title=\"</noscript>"
                + "<img src=x onerror=alert(1)>\"><form><math><mtext></form><form><mglyph><svg><mtext><style><path id=\""
                + "</style><img onerror=alert(1) src>\"><a href=\"java\tscript:alert(1)\">x</a><script>alert(1)</script>";
    }

    private static String spans() {
        return "<table><tr><td colspan=2147483647 rowspan=2147483647>甲</td><td colspan=1000000>乙</td></tr>"
                + "<tr><td rowspan=-1>丙</td></tr>".repeat(200) + "</table>";
    }

    private static String attributes() {
        StringBuilder attributes = new StringBuilder("<p ");
        for (int i = 0; i < 100_000; i++) {
            attributes.append('a').append(i).append("=b ");
        }
        return attributes.append(">").toString();
    }

    /** Surrogates written as if they were UTF-8 (CESU-8). */
    private static void surrogates(OutputStream out) throws IOException {
        out.write(TestFiles.bytes(WORDS + "\n"));
        for (int i = 0; i < 100; i++) {
            out.write(new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80, (byte) 0xED, (byte) 0xB0, (byte) 0x80});
        }
        out.write(TestFiles.bytes("\n" + "正文内容。".repeat(50)));
    }

    private static void halfPairs(OutputStream out) throws IOException {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE});
        text.writeBytes((WORDS + "\n").getBytes(StandardCharsets.UTF_16LE));
        text.writeBytes(new byte[] {0, (byte) 0xD8, 'a', 0, 0, (byte) 0xDC, 0, (byte) 0xDC, '\n', 0});
        text.writeBytes("正文".getBytes(StandardCharsets.UTF_16LE));
        out.write(text.toByteArray());
    }

    private static String zeroWidth() {
        StringBuilder text = new StringBuilder();
        for (char c : WORDS.toCharArray()) {
            text.append("\u200B\u2060\uFEFF".repeat(20_000)).append(c);
        }
        return text.append("\n正文").toString();
    }

    /** 50 megabytes without a line end. */
    private static void oneLine(OutputStream out) throws IOException {
        byte[] words = TestFiles.bytes(WORDS.repeat(1_000));
        for (int written = 0; written < 50_000_000; written += words.length) {
            out.write(words);
        }
    }

    /** What a regular expression with nested repetition would never come back from. */
    private static String repetition() {
        return WORDS + "\n" + "〔".repeat(3_000) + "\n" + "（一".repeat(3_000) + "\n" + "云政办字〔".repeat(3_000) + "\n"
                + "《".repeat(3_000) + "》".repeat(10) + "\n" + "1".repeat(100_000) + "\n" + "年月日".repeat(5_000) + "\n"
                + "、".repeat(5_000) + "\n" + " \u3000".repeat(10_000) + "x\n" + "局、".repeat(3_000) + "\n第一条　正文";
    }

    private static void random(OutputStream out) throws IOException {
        byte[] noise = new byte[1_000_000];
        new java.util.Random(53).nextBytes(noise);
        out.write(noise);
    }

    /** Random bytes without control characters. */
    private static void highRandom(OutputStream out) throws IOException {
        byte[] noise = new byte[200_000];
        new java.util.Random(59).nextBytes(noise);
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (byte) (noise[i] | 0xA0);
        }
        out.write(noise);
    }

    private static void pdfAndZip(OutputStream out) throws IOException {
        out.write(HostilePdfs.sound().bytes());
        out.write(HostileArchives.zip(java.util.Map.of("公告.txt", TestFiles.bytes(WORDS))));
    }

    private static void htmlAndPdf(OutputStream out) throws IOException {
        out.write(TestFiles.bytes("<html><body><p>" + WORDS + "</p><!--\n"));
        out.write(HostilePdfs.sound().bytes());
        out.write(TestFiles.bytes("--></body></html>"));
    }
}

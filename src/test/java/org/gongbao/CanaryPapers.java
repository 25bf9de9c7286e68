package org.gongbao;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentProperties;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationText;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;

/**
 * Invented notices in every format, each with values that stand in no other: in the text, where they are found and decided
 * on, and out of sight, in properties, notes, layers, attachments and older revisions.
 */
final class CanaryPapers {

    /** Characters that stand in values alone. */
    static final String RARE = "霁霈霭雯飒骁骐骥鹂麝黛黯鼐韫颀飧馥鬟魑鲲鳐锴镡铧钰钺谧谯谌";

    private static final String[] FORMATS = {"txt", "html", "docx", "pdf", "pdf", "docx", "html", "txt", "pdf", "pdf"};

    /** One file in so many is a scan, whose recognition takes its time. */
    private static final int SCANS = 50;

    private final Random random;
    private final Path folder;

    CanaryPapers(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /**
     * A file and what must not be found of it.
     *
     * @param shown values that stand in the text
     * @param hidden values that stand out of sight
     */
    record Paper(Path file, List<String> shown, List<String> hidden) {}

    private record Person(String name, String identity, String card) {}

    List<Paper> write(int count) throws IOException {
        List<Paper> papers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            papers.add(paper(i));
        }
        return papers;
    }

    private Paper paper(int number) throws IOException {
        Person first = person(number);
        Person second = person(number);
        Person hidden = person(number);
        String home = "云州市东湖区" + rare() + rare() + "路" + (100 + number) + "号" + (1 + random.nextInt(9)) + "栋"
                + (101 + random.nextInt(900)) + "室";
        List<String> lines = List.of(
                "云州市民政局关于第" + number + "批临时救助的公示",
                "云民字〔2024〕" + (1 + number) + "号",
                "各县区民政局：",
                "经审核，拟对下列申请人予以临时救助。申请人" + first.name + "，身份证号" + first.identity + "，现住" + home + "。",
                "公示期为五个工作日，有异议的请书面反映。",
                "云州市民政局",
                "2024年3月" + (1 + number % 28) + "日");
        List<List<String>> table = List.of(
                List.of("序号", "姓名", "身份证号", "银行卡号"),
                List.of("1", first.name, first.identity, first.card),
                List.of("2", second.name, second.identity, second.card));
        List<String> shown =
                List.of(first.name, first.identity, first.card, second.name, second.identity, second.card, home);
        String format = number % SCANS == SCANS - 1 ? "png" : FORMATS[number % FORMATS.length];
        Path file = folder.resolve("paper-" + number + "." + format);
        String secret = hidden.name + " " + hidden.identity + " " + hidden.card;
        switch (format) {
            case "txt" -> text(file, lines, table);
            case "html" -> html(file, lines, table, secret);
            case "docx" -> docx(file, lines, table, secret);
            case "png" -> scan(file, lines, table);
            default -> pdf(file, lines, table, secret);
        }
        return new Paper(file, shown, List.of(hidden.name, hidden.identity, hidden.card));
    }

    private String rare() {
        return String.valueOf(RARE.charAt(random.nextInt(RARE.length())));
    }

    private Person person(int number) {
        int from = random.nextInt(4);
        String name = "王李张刘".substring(from, from + 1) + rare() + rare();
        String body = "360702" + (1950 + number % 50) + two(1 + random.nextInt(12)) + two(1 + random.nextInt(28))
                + (100 + random.nextInt(900));
        String card = "622202" + (1_000_000_000_00L + (long) (random.nextDouble() * 8_000_000_000_00L));
        return new Person(name, body + check(body), card + luhn(card));
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : String.valueOf(number);
    }

    private static char check(String body) {
        int rest = 0;
        for (int i = 0; i < body.length(); i++) {
            rest = (rest + (body.charAt(i) - '0')) * 2 % 11;
        }
        int check = (12 - rest) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    private static int luhn(String body) {
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
            int value = (body.charAt(body.length() - 1 - i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return (10 - sum % 10) % 10;
    }

    private static void text(Path file, List<String> lines, List<List<String>> table) throws IOException {
        StringBuilder text = new StringBuilder(String.join("\n\n", lines)).append("\n\n");
        table.forEach(row -> text.append(String.join("\t", row)).append('\n'));
        Files.writeString(file, text);
    }

    private static void html(Path file, List<String> lines, List<List<String>> table, String secret)
            throws IOException {
        StringBuilder page = new StringBuilder("<html><head><title>公示</title><meta name=\"Author\" content=\"" + secret
                + "\"><script>var a = \"" + secret + "\";</script></head><body><!-- " + secret + " -->");
        lines.forEach(line -> page.append("<p>").append(line).append("</p>"));
        page.append("<p style=\"display:none\">").append(secret).append("</p><table border=1>");
        table.forEach(row ->
                page.append("<tr><td>").append(String.join("</td><td>", row)).append("</td></tr>"));
        Files.writeString(file, page.append("</table></body></html>"));
    }

    private static void docx(Path file, List<String> lines, List<List<String>> table, String secret)
            throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            lines.forEach(line -> document.createParagraph().createRun().setText(line));
            var hidden = document.createParagraph().createRun();
            hidden.setText(secret);
            hidden.setVanish(true);
            XWPFTable rows = document.createTable(table.size(), table.get(0).size());
            for (int i = 0; i < table.size(); i++) {
                for (int k = 0; k < table.get(i).size(); k++) {
                    rows.getRow(i).getCell(k).setText(table.get(i).get(k));
                }
            }
            document.getProperties().getCoreProperties().setCreator(secret);
            document.getProperties().getCoreProperties().setKeywords(secret);
            document.write(out);
        }
    }

    private void pdf(Path file, List<String> lines, List<List<String>> table, String secret) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDFont font = font(document);
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            draw(document, page, font, lines, table, secret);
            hide(document, page, secret);
            document.save(file.toFile());
        }
        if (random.nextBoolean()) {
            addRevision(file, secret);
        }
    }

    private static PDFont font(PDDocument document) throws IOException {
        try (InputStream in = new GZIPInputStream(
                Objects.requireNonNull(CanaryPapers.class.getResourceAsStream("/fonts/NotoSerifSC-subset.ttf.gz")))) {
            return PDType0Font.load(document, in, true);
        }
    }

    private static void draw(
            PDDocument document, PDPage page, PDFont font, List<String> lines, List<List<String>> table, String secret)
            throws IOException {
        PDOptionalContentProperties layers = new PDOptionalContentProperties();
        PDOptionalContentGroup layer = new PDOptionalContentGroup("layer");
        layers.addGroup(layer);
        layers.setGroupEnabled(layer, false);
        document.getDocumentCatalog().setOCProperties(layers);
        try (PDPageContentStream out = new PDPageContentStream(document, page)) {
            float y = 760;
            for (String line : lines) {
                boolean centred = lines.indexOf(line) < 2;
                for (int from = 0; from < line.length(); from += 38) {
                    show(
                            out,
                            font,
                            centred ? 297 - line.length() * 6 : 72,
                            y,
                            line.substring(from, Math.min(line.length(), from + 38)));
                    y -= 22;
                }
            }
            for (List<String> row : table) {
                float[] at = {72, 110, 170, 330};
                for (int i = 0; i < row.size(); i++) {
                    out.addRect(at[i], y - 6, (i == 3 ? 520 : at[i + 1]) - at[i], 22);
                    out.stroke();
                    show(out, font, at[i] + 4, y, row.get(i));
                }
                y -= 22;
            }
            if (!secret.isEmpty()) {
                out.beginMarkedContent(COSName.OC, layer);
                show(out, font, 72, 200, secret);
                out.endMarkedContent();
            }
        }
    }

    private static void show(PDPageContentStream out, PDFont font, float x, float y, String words) throws IOException {
        out.beginText();
        out.setFont(font, 12);
        out.newLineAtOffset(x, y);
        out.showText(words);
        out.endText();
    }

    private static void hide(PDDocument document, PDPage page, String secret) throws IOException {
        PDAnnotationText note = new PDAnnotationText();
        note.setContents(secret);
        note.setRectangle(new PDRectangle(400, 100, 20, 20));
        page.setAnnotations(List.of(note));
        document.getDocumentInformation().setAuthor(secret);
        PDMetadata metadata = new PDMetadata(document);
        metadata.importXMPMetadata(("<x>" + secret + "</x>").getBytes(StandardCharsets.UTF_8));
        document.getDocumentCatalog().setMetadata(metadata);
        document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("var a = '" + secret + "'"));
        PDDocumentOutline outline = new PDDocumentOutline();
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(secret);
        outline.addLast(item);
        document.getDocumentCatalog().setDocumentOutline(outline);
        PDEmbeddedFile embedded = new PDEmbeddedFile(document);
        try (OutputStream out = embedded.createOutputStream()) {
            out.write(secret.getBytes(StandardCharsets.UTF_8));
        }
        PDComplexFileSpecification attached = new PDComplexFileSpecification();
        attached.setFile(secret + ".txt");
        attached.setEmbeddedFile(embedded);
        PDEmbeddedFilesNameTreeNode tree = new PDEmbeddedFilesNameTreeNode();
        tree.setNames(Map.of("a", attached));
        PDDocumentNameDictionary names = new PDDocumentNameDictionary(document.getDocumentCatalog());
        names.setEmbeddedFiles(tree);
        document.getDocumentCatalog().setNames(names);
    }

    /** The file as it is becomes an older revision; the newest has other properties. */
    private static void addRevision(Path file, String secret) throws IOException {
        Path revised = file.resolveSibling("revised.pdf");
        try (PDDocument document = Loader.loadPDF(file.toFile());
                OutputStream out = Files.newOutputStream(revised)) {
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream words = stream.createOutputStream(COSName.FLATE_DECODE)) {
                words.write(secret.getBytes(StandardCharsets.UTF_16BE));
            }
            document.getDocumentInformation().getCOSObject().setItem(COSName.getPDFName("Secret"), stream);
            document.getDocumentInformation().getCOSObject().setNeedToBeUpdated(true);
            document.saveIncremental(out);
        }
        Files.move(revised, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static void scan(Path file, List<String> lines, List<List<String>> table) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(PDRectangle.A4);
            document.addPage(page);
            draw(document, page, font(document), lines, table, "");
            // The font is whole only when it is saved.
            ByteArrayOutputStream saved = new ByteArrayOutputStream();
            document.save(saved);
            try (PDDocument read = Loader.loadPDF(saved.toByteArray())) {
                BufferedImage image = new PDFRenderer(read).renderImageWithDPI(0, 200, ImageType.RGB);
                ImageIO.write(image, "png", file.toFile());
            }
        }
    }
}

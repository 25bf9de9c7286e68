package org.gongbao.extraction;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.w3c.dom.Element;

/** Reads OFD (版式文档, GB/T 33190-2016), the format of official documents in China: what its pages show as text. */
public final class OfdExtractor implements Extractor {

    private static final Set<String> MEDIA_TYPES = Set.of("application/ofd", "application/vnd.ofd");
    private static final double[] A4 = {0, 0, 210, 297};

    @Override
    public boolean reads(String mediaType) {
        return MEDIA_TYPES.contains(mediaType);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        try (OfdPackage ofd = new OfdPackage(file, limits)) {
            return new Run(ofd, limits).text(mediaType);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            if (e instanceof UnreadableFileException refusal) {
                throw refusal;
            }
            throw new UnreadableFileException(
                    "file.damaged",
                    "The OFD is damaged beyond reading (" + e.getMessage() + "); a whole OFD was expected.");
        }
    }

    /** One reading of one file. */
    private static final class Run {
        private final OfdPackage ofd;
        private final ExtractionLimits limits;
        private final List<Finding> findings = new ArrayList<>();
        private final List<PageText> texts = new ArrayList<>();
        private final Map<String, String> metadata = new HashMap<>();

        Run(OfdPackage ofd, ExtractionLimits limits) {
            this.ofd = ofd;
            this.limits = limits;
        }

        ExtractedText text(String mediaType) throws IOException {
            if (ofd.has("Encryptions.xml")) {
                throw new UnreadableFileException(
                        "file.encrypted", "The OFD is encrypted; one that opens without a password was expected.");
            }
            Element root = ofd.xml("OFD.xml").orElseThrow(() -> new IOException("it has no OFD.xml"));
            for (Element body : OfdXml.children(root, "DocBody")) {
                body(body);
            }
            RunningHeads heads = new RunningHeads(texts);
            List<PageText> bare = heads.removed();
            findings.addAll(heads.findings());
            if (bare.stream().allMatch(page -> page.items().isEmpty())) {
                findings.add(Finding.warning("ofd.empty", "The pages show nothing; text was expected."));
            }
            List<Page> pages = texts.stream().map(PageText::page).toList();
            return new ExtractedText(mediaType, null, pages, Paragraphs.of(bare), metadata, List.of(), findings);
        }

        private void body(Element body) throws IOException {
            Element information = OfdXml.at(body, "DocInfo");
            if (information != null && !OfdXml.text(information, "Title").isEmpty()) {
                metadata.put("Title", OfdXml.text(information, "Title"));
            }
            if (OfdXml.at(body, "Signatures") != null) {
                findings.add(Finding.info("ofd.signature", "The OFD is signed; the signature was not verified."));
            }
            String name = OfdPackage.resolve("", OfdXml.text(body, "DocRoot"));
            Element document = ofd.xml(name).orElseThrow(() -> new IOException("it has no part " + name));
            if (OfdXml.at(document, "Attachments") != null) {
                findings.add(Finding.warning("ofd.attachment", "The OFD may have files attached; they were not read."));
            }
            if (OfdXml.at(document, "Annotations") != null) {
                findings.add(
                        Finding.warning("ofd.annotation", "The OFD has annotations; they are not part of the text."));
            }
            Element pages = OfdXml.at(document, "Pages");
            List<Element> list = pages == null ? List.of() : OfdXml.children(pages, "Page");
            if (texts.size() + list.size() > limits.pages()) {
                throw new UnreadableFileException(
                        "file.too-many-pages",
                        "The OFD has " + list.size() + " pages; at most " + limits.pages() + " are read.");
            }
            Map<String, String> templates = templates(document, name);
            double[] area = area(OfdXml.at(document, "CommonData", "PageArea"), A4);
            for (Element page : list) {
                page(OfdPackage.resolve(name, page.getAttribute("BaseLoc")), area, templates);
            }
        }

        private static Map<String, String> templates(Element document, String base) {
            Map<String, String> templates = new HashMap<>();
            Element common = OfdXml.at(document, "CommonData");
            if (common != null) {
                for (Element template : OfdXml.children(common, "TemplatePage")) {
                    templates.put(
                            template.getAttribute("ID"), OfdPackage.resolve(base, template.getAttribute("BaseLoc")));
                }
            }
            return templates;
        }

        private static double[] area(@org.jspecify.annotations.Nullable Element area, double[] otherwise) {
            double[] box = area == null ? otherwise : OfdXml.numbers(OfdXml.text(area, "PhysicalBox"));
            return box.length >= 4 && box[2] > 0 && box[3] > 0 ? box : otherwise;
        }

        private void page(String name, double[] usualArea, Map<String, String> templates) {
            int number = texts.size() + 1;
            OfdPage page = new OfdPage(number, usualArea);
            try {
                Element root = ofd.xml(name).orElseThrow(() -> new IOException("the part " + name + " is missing"));
                page = new OfdPage(number, area(OfdXml.at(root, "Area"), usualArea));
                for (Element template : OfdXml.children(root, "Template")) {
                    String part = templates.getOrDefault(template.getAttribute("TemplateID"), "");
                    ofd.xml(part).ifPresent(page::add);
                }
                page.add(root);
            } catch (IOException e) {
                findings.add(new Finding(
                        Severity.ERROR,
                        "ofd.page-damaged",
                        "The page cannot be read: " + e.getMessage(),
                        number,
                        null));
            }
            PageContent content = page.finish();
            if (content.marked && content.glyphs.stream().allMatch(Glyph::isBlank)) {
                content.add(Finding.warning(
                        "ofd.page-without-text",
                        "The page shows pictures or drawings but no text; text was expected."));
            }
            texts.add(PageLayout.of(content, content.glyphs));
            findings.addAll(content.findings);
        }
    }
}

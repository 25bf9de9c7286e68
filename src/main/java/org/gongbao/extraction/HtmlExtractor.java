package org.gongbao.extraction;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.record.Finding;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages saved from government sites: the document itself with its tables and metadata block, without the menus,
 * scripts and footers around it. No page is too messy; what was left out because it is hidden is a finding.
 */
public final class HtmlExtractor implements Extractor {

    private static final int HEAD = 4096;

    /** An error page says little else. */
    private static final int ERROR_PAGE = 600;

    /** The declared encoding, as in {@code <meta charset="gb2312">} or {@code content="text/html; charset=gbk"}. */
    private static final Pattern CHARSET =
            Pattern.compile("(?:charset|encoding)\\s*=\\s*[\"']?\\s*([\\w-]+)", Pattern.CASE_INSENSITIVE);

    /** Where a page begins. */
    private static final Pattern PAGE = Pattern.compile("<(?:!doctype\\s+html|html[\\s>])", Pattern.CASE_INSENSITIVE);

    @Override
    public boolean reads(String mediaType) {
        return mediaType.equals(MediaTypes.HTML);
    }

    @Override
    public ExtractedText extract(Path file, String mediaType, ExtractionLimits limits) {
        byte[] bytes = FileBytes.ofHtml(file);
        TextDecoder.Decoded decoded = TextDecoder.decode(bytes, declared(bytes));
        Characters characters = new Characters(decoded.undecodable());
        List<Finding> findings = new ArrayList<>(decoded.findings());
        Document page = Jsoup.parse(fromPageOn(characters.clean(decoded.text()), findings));
        PageProfile profile = PageProfile.over(limits.profiles());
        Map<String, String> metadata = HtmlMetadata.of(page);
        findings.addAll(HiddenElements.remove(page, profile));
        int visible = TextLengths.of(page.body().text());
        HtmlFurniture.remove(page, profile);
        Element main = MainContent.of(page, profile);
        findings.addAll(leftOut(visible, TextLengths.of(main.text())));
        List<Block> blocks = HtmlBlocks.of(main, profile, characters);
        findings.addAll(characters.findings());
        findings.addAll(doubts(page, metadata, blocks, profile));
        return ExtractedText.unpaged(mediaType, decoded.charset(), blocks, metadata, findings);
    }

    /** Without what a crawler or a mail program wrote before the page. */
    private static String fromPageOn(String text, List<Finding> findings) {
        Matcher page = PAGE.matcher(text);
        if (!page.find()) {
            return text;
        }
        String before = text.substring(0, page.start());
        if (before.isBlank() || before.indexOf('<') >= 0) {
            return text;
        }
        findings.add(Finding.info(
                        "html.before-page", before.length() + " characters stand before the page and were left out")
                .quoting(
                        before.strip().substring(0, Math.min(100, before.strip().length()))));
        return text.substring(page.start());
    }

    private static List<Finding> leftOut(int visible, int kept) {
        return visible == kept
                ? List.of()
                : List.of(Finding.info(
                        "html.left-out",
                        (visible - kept) + " of " + visible
                                + " visible characters stand around the document (menus, lists of"
                                + " links, footers) and were left out"));
    }

    private static @Nullable String declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = CHARSET.matcher(head);
        return matcher.find() ? matcher.group(1) : null;
    }

    private static List<Finding> doubts(
            Document page, Map<String, String> metadata, List<Block> blocks, PageProfile profile) {
        List<Finding> findings = new ArrayList<>();
        int length = blocks.stream().mapToInt(HtmlExtractor::length).sum();
        String title = metadata.getOrDefault("title", "");
        boolean error = profile.isError(title) || (length < ERROR_PAGE / 3 && profile.isError(text(blocks)));
        if (length < ERROR_PAGE && error) {
            String said = title.isBlank() ? text(blocks) : title;
            findings.add(Finding.error("html.error-page", "a server's error page came; expected the page of a document")
                    .quoting(said.substring(0, Math.min(100, said.length()))));
        }
        if (length == 0) {
            int images = page.select("img").size();
            findings.add(Finding.warning(
                    "html.no-text",
                    "the page holds no text, but " + images + " images; expected the text of a document"));
        }
        return findings;
    }

    private static int length(Block block) {
        return block instanceof Paragraph paragraph ? paragraph.text().length() : 200;
    }

    private static String text(List<Block> blocks) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            text.append(block instanceof Paragraph paragraph ? paragraph.text() : "")
                    .append('\n');
        }
        return text.toString();
    }
}

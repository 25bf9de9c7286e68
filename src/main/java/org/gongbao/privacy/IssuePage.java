package org.gongbao.privacy;

import static org.gongbao.privacy.PrintedText.child;

import org.gongbao.publication.IssueContents;
import org.gongbao.publication.IssueContents.Entry;
import org.gongbao.publication.IssueContents.Imprint;
import org.gongbao.record.DocumentRecord;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The issue as one page of HTML before it is printed: cover, contents, documents by column, imprint. Its look follows GB/T
 * 9704-2012: type area of 156 mm by 225 mm, 22 lines of 28 characters, page numbers outside. Type is a little smaller than 3号, since
 * the renderer breaks a line that is filled to its end.
 */
final class IssuePage {

    private static final String STYLE = "@page { size: A4; margin: 37mm 26mm 35mm 28mm;"
            + " @top-left { content: 'SERIES'; font-family: FONTS; font-size: 10.5pt }"
            + " @top-right { content: 'NUMBER'; font-family: FONTS; font-size: 10.5pt } }"
            + " @page :right { @bottom-right { content: '— ' counter(page) ' —';"
            + " font-family: FONTS; font-size: 14pt } }"
            + " @page :left { @bottom-left { content: '— ' counter(page) ' —'; font-family: FONTS; font-size: 14pt } }"
            + " @page :first { @top-left { content: '' } @top-right { content: '' } @bottom-right { content: '' } }"
            + " body { font-family: FONTS; font-size: 15.3pt; line-height: 28.2pt }"
            + " p { margin: 0; text-indent: 2em; word-wrap: break-word }"
            + " p.title { text-indent: 0; text-align: center; font-size: 22pt; line-height: 32pt; margin: 0 0 10pt }"
            + " p.centred, p.cover { text-indent: 0; text-align: center }"
            + " p.centred { margin-bottom: 10pt }"
            + " p.right { text-indent: 0; text-align: right; padding-right: 2em }"
            + " p.series { text-indent: 0; text-align: center; color: #c8102e; font-size: 36pt; line-height: 1.4;"
            + " margin: 60mm 0 14mm }"
            + " p.rule { border-top: 1.5pt solid #c8102e; margin: 12mm 0; text-indent: 0 }"
            + " p.column { text-indent: 0; text-align: center; color: #c8102e; margin: 8pt 0 }"
            + " p.entry { text-indent: 0; padding-left: 2em }"
            + " p.entry a { color: black; text-decoration: none }"
            + " p.entry a.leader::after { content: leader('·') target-counter(attr(href), page) }"
            + " p.small { text-indent: 0; font-size: 10.5pt; line-height: 18pt }"
            + " div.document, div.contents, div.imprint { page-break-before: always }"
            + " img { width: 34mm; height: 34mm }"
            + " table { border-collapse: collapse; width: 100%; font-size: 10.5pt; line-height: 16pt; margin: 8pt 0;"
            + " -fs-table-paginate: paginate }"
            + " td, th { border: 0.6pt solid black; padding: 2pt 4pt; font-weight: normal; word-wrap: break-word }"
            + " th { text-align: center }";

    /** What stands in the place of a document that was withdrawn. */
    private static final String WITHDRAWN = "（本件已依法撤回，不再刊载）";

    private final PrintedText printed;
    private final IssueSheets sheets;
    private final IssueContents contents;
    private final Element body;

    private IssuePage(PrintedText printed, IssueSheets sheets) {
        this.printed = printed;
        this.sheets = sheets;
        this.contents = sheets.contents();
        Imprint imprint = contents.imprint();
        this.body = printed.newBody(
                imprint.title(),
                STYLE.replace("SERIES", quoted(printed.printable(imprint.series())))
                        .replace("NUMBER", quoted(printed.printable(imprint.number()))));
    }

    static Document of(PrintedText printed, IssueSheets sheets) {
        IssuePage page = new IssuePage(printed, sheets);
        page.bookmarks();
        page.cover();
        page.contents();
        page.documents();
        page.imprint();
        return page.body.getOwnerDocument();
    }

    /** A text within quotation marks of CSS. */
    private static String quoted(String text) {
        return text.replaceAll("[\\\\'\"<>{}]", " ");
    }

    private void bookmarks() {
        Element head =
                (Element) body.getOwnerDocument().getElementsByTagName("head").item(0);
        Element bookmarks = child(head, "bookmarks");
        bookmark(bookmarks, "目录", "#contents");
        Element column = bookmarks;
        for (int i = 0; i < contents.entries().size(); i++) {
            Entry entry = contents.entries().get(i);
            if (beginsColumn(i)) {
                column = bookmark(bookmarks, entry.column(), "#entry-" + i);
            }
            bookmark(column, entry.isTombstone() ? WITHDRAWN : entry.title(), "#entry-" + i);
        }
        bookmark(bookmarks, "版权页", "#imprint");
    }

    private Element bookmark(Element parent, String name, String address) {
        Element bookmark = child(parent, "bookmark");
        bookmark.setAttribute("name", printed.printable(name));
        bookmark.setAttribute("href", address);
        return bookmark;
    }

    private boolean beginsColumn(int index) {
        return index == 0
                || !contents.entries()
                        .get(index)
                        .column()
                        .equals(contents.entries().get(index - 1).column());
    }

    private void cover() {
        Imprint imprint = contents.imprint();
        Element cover = child(body, "div");
        printed.paragraph(cover, "series", imprint.series());
        printed.paragraph(cover, "cover", imprint.number());
        printed.paragraph(cover, "rule", " ");
        printed.paragraph(cover, "cover", imprint.sponsor());
        printed.paragraph(cover, "cover", day(imprint));
    }

    private static String day(Imprint imprint) {
        return imprint.date().getYear() + "年" + imprint.date().getMonthValue() + "月"
                + imprint.date().getDayOfMonth() + "日";
    }

    private void contents() {
        Element list = child(body, "div");
        list.setAttribute("class", "contents");
        list.setAttribute("id", "contents");
        printed.paragraph(list, "title", "目　录");
        for (int i = 0; i < contents.entries().size(); i++) {
            Entry entry = contents.entries().get(i);
            if (beginsColumn(i)) {
                printed.paragraph(list, "column", entry.column());
            }
            Element line = printed.paragraph(list, "entry", "");
            Element link = child(line, "a");
            link.setAttribute("href", "#entry-" + i);
            link.setAttribute("class", "leader");
            String number = entry.documentNumber() == null ? "" : "（" + entry.documentNumber() + "）";
            link.setTextContent(printed.printable(entry.isTombstone() ? WITHDRAWN : entry.title() + number));
        }
    }

    private void documents() {
        for (int i = 0; i < contents.entries().size(); i++) {
            Element place = child(body, "div");
            place.setAttribute("class", "document");
            place.setAttribute("id", "entry-" + i);
            DocumentRecord text = sheets.texts().get(i);
            if (text == null) {
                printed.paragraph(place, "centred", WITHDRAWN);
            } else {
                printed.append(place, text);
            }
        }
    }

    private void imprint() {
        Imprint imprint = contents.imprint();
        Element end = child(body, "div");
        end.setAttribute("class", "imprint");
        end.setAttribute("id", "imprint");
        printed.paragraph(end, "title", imprint.series());
        printed.paragraph(end, "cover", imprint.number());
        printed.paragraph(end, "rule", " ");
        line(end, "主办：", imprint.sponsor());
        line(end, "准印证号：", imprint.permit());
        line(end, "国内统一连续出版物号：", imprint.cn());
        line(end, "国际标准连续出版物号：", imprint.issn().isEmpty() ? "" : "ISSN " + imprint.issn());
        line(end, "出版日期：", day(imprint));
        line(end, "验证码：", sheets.code());
        line(end, "核验地址：", sheets.verification());
        line(end, "网络版地址：", sheets.address());
        line(end, "公开日志证明：", sheets.proof());
        Element picture = child(printed.paragraph(end, "small", ""), "img");
        picture.setAttribute("src", QrPicture.of(sheets.verified()));
        picture.setAttribute("alt", sheets.verified());
    }

    private void line(Element parent, String label, String value) {
        if (!value.isEmpty()) {
            printed.paragraph(parent, "small", label + value);
        }
    }
}

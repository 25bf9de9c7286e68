package org.gongbao.privacy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.util.List;
import java.util.regex.MatchResult;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.IRunBody;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.gongbao.recognition.Prompts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTFonts;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTInd;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSimpleField;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STJc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Makes the DOCX of a template, with the page of GB/T 9704-2012, 5.2. Every prompt is a run of its own. */
final class TemplateDocx {

    private static final double TWIPS_PER_MILLIMETRE = 1440 / 25.4;
    private static final int TWIPS_PER_POINT = 20;

    /** 22 lines on 225 mm. */
    private static final int LINE = 580;

    private static final String LATIN = "Times New Roman";
    private static final String PAGE_NUMBER = "宋体";
    private static final String RED = "FF0000";

    private TemplateDocx() {}

    static byte[] of(Template template) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(document);
            XWPFStyles styles = document.createStyles();
            for (TemplateStyle style : TemplateStyle.values()) {
                styles.addStyle(new XWPFStyle(style(style), styles));
            }
            footer(document);
            for (Template.Part part : template.parts()) {
                if (part instanceof Template.Part.Words words) {
                    write(document.createParagraph(), words.style(), words.text());
                } else if (part instanceof Template.Part.Ruled table) {
                    table(document, table);
                }
            }
            document.getProperties().getCoreProperties().setTitle(template.title());
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + template.name() + " cannot be made", e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(millimetres(210));
        size.setH(millimetres(297));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(millimetres(37));
        margins.setBottom(millimetres(35));
        margins.setLeft(millimetres(28));
        margins.setRight(millimetres(26));
        margins.setHeader(millimetres(15));
        margins.setFooter(millimetres(25));
        margins.setGutter(BigInteger.ZERO);
    }

    /** {@code — 1 —}, in the font of 7.5. */
    private static void footer(XWPFDocument document) {
        XWPFParagraph paragraph =
                document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        paragraph.setAlignment(ParagraphAlignment.CENTER);
        numbered(paragraph.createRun()).setText("— ");
        CTSimpleField number = paragraph.getCTP().addNewFldSimple();
        number.setInstr("PAGE");
        numbered(new XWPFRun(number.addNewR(), (IRunBody) paragraph)).setText("1");
        numbered(paragraph.createRun()).setText(" —");
    }

    private static XWPFRun numbered(XWPFRun run) {
        run.setFontFamily(PAGE_NUMBER);
        run.setFontSize(14);
        return run;
    }

    private static CTStyle style(TemplateStyle style) {
        CTStyle made = CTStyle.Factory.newInstance();
        made.setType(STStyleType.PARAGRAPH);
        made.setStyleId(style.key());
        made.addNewName().setVal(style.label());
        made.addNewQFormat();
        paragraph(style, made.addNewPPr());
        CTRPr run = made.addNewRPr();
        CTFonts fonts = run.addNewRFonts();
        fonts.setEastAsia(style.font());
        fonts.setAscii(LATIN);
        fonts.setHAnsi(LATIN);
        if (style.isRed()) {
            run.addNewColor().setVal(RED);
        }
        run.addNewSz().setVal(BigInteger.valueOf(2L * style.points()));
        run.addNewSzCs().setVal(BigInteger.valueOf(2L * style.points()));
        return made;
    }

    private static void paragraph(TemplateStyle style, CTPPrGeneral look) {
        CTSpacing spacing = look.addNewSpacing();
        spacing.setBefore(BigInteger.ZERO);
        spacing.setAfter(BigInteger.ZERO);
        if (style.points() < LINE / TWIPS_PER_POINT) {
            spacing.setLine(BigInteger.valueOf(LINE));
            spacing.setLineRule(STLineSpacingRule.EXACT);
        }
        if (style.indent() > 0) {
            indent(style, look.addNewInd());
        }
        look.addNewJc().setVal(STJc.Enum.forString(jc(style.alignment())));
        if (style.outline() > 0) {
            look.addNewOutlineLvl().setVal(BigInteger.valueOf(style.outline() - 1L));
        }
    }

    private static String jc(ParagraphAlignment alignment) {
        return switch (alignment) {
            case CENTER -> "center";
            case RIGHT -> "right";
            default -> "left";
        };
    }

    /** In characters, as word processors of the country count, and in twips for those that do not. */
    private static void indent(TemplateStyle style, CTInd indent) {
        BigInteger characters = BigInteger.valueOf(100L * style.indent());
        BigInteger twips = BigInteger.valueOf((long) style.indent() * style.points() * TWIPS_PER_POINT);
        if (style.alignment() == ParagraphAlignment.RIGHT) {
            indent.setRightChars(characters);
            indent.setRight(twips);
        } else {
            indent.setFirstLineChars(characters);
            indent.setFirstLine(twips);
        }
    }

    private static BigInteger millimetres(int length) {
        return BigInteger.valueOf(Math.round(length * TWIPS_PER_MILLIMETRE));
    }

    private static void table(XWPFDocument document, Template.Part.Ruled ruled) {
        XWPFTable table =
                document.createTable(ruled.rows().size() + 1, ruled.head().size());
        table.setWidth("100%");
        cells(table, 0, ruled.head());
        for (int row = 0; row < ruled.rows().size(); row++) {
            cells(table, row + 1, ruled.rows().get(row));
        }
        table.getRow(0).setRepeatHeader(true);
    }

    private static void cells(XWPFTable table, int row, List<String> texts) {
        for (int column = 0; column < texts.size(); column++) {
            XWPFTableCell cell = table.getRow(row).getCell(column);
            write(cell.getParagraphs().get(0), TemplateStyle.CELL, texts.get(column));
        }
    }

    private static void write(XWPFParagraph paragraph, TemplateStyle style, String text) {
        paragraph.setStyle(style.key());
        int from = 0;
        for (MatchResult prompt : Prompts.in(text)) {
            run(paragraph, text.substring(from, prompt.start()));
            run(paragraph, prompt.group());
            from = prompt.end();
        }
        run(paragraph, text.substring(from));
    }

    private static void run(XWPFParagraph paragraph, String text) {
        if (!text.isEmpty()) {
            paragraph.createRun().setText(text);
        }
    }
}

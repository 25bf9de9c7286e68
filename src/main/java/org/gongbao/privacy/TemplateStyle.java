package org.gongbao.privacy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;

/**
 * How the elements of an official document look (公文格式要素): GB/T 9704-2012, 5.2.2 and 7. The fonts are named only, as offices
 * have them and their licences keep them out of a program.
 */
enum TemplateStyle {
    /** 发文机关标志: red, in the centre (7.2.4). */
    LETTERHEAD("发文机关标志", Face.TITLE, 36, ParagraphAlignment.CENTER, 0, 0),
    /** 发文字号 (7.2.5). */
    NUMBER("发文字号", Face.BODY, 16, ParagraphAlignment.CENTER, 0, 0),
    /** 标题 (7.3.1). */
    TITLE("公文标题", Face.TITLE, 22, ParagraphAlignment.CENTER, 0, 0),
    /** 主送机关: flush left (7.3.2). */
    ADDRESSEES("主送机关", Face.BODY, 16, ParagraphAlignment.LEFT, 0, 0),
    /** 正文 (7.3.3). */
    BODY("公文正文", Face.BODY, 16, ParagraphAlignment.LEFT, 2, 0),
    /** 一、 */
    HEADING("一级标题", Face.FIRST, 16, ParagraphAlignment.LEFT, 2, 1),
    /** （一） */
    SUBHEADING("二级标题", Face.SECOND, 16, ParagraphAlignment.LEFT, 2, 2),
    /** 附件说明: two characters from the left (7.3.4). */
    ATTACHMENTS("附件说明", Face.BODY, 16, ParagraphAlignment.LEFT, 2, 0),
    /** Its further lines, under the number of the first. */
    ATTACHMENT("附件说明续行", Face.BODY, 16, ParagraphAlignment.LEFT, 5, 0),
    /** 署名 and 签名章 (7.3.5). */
    SIGNATURE("发文机关署名", Face.BODY, 16, ParagraphAlignment.RIGHT, 2, 0),
    /** 成文日期: four characters from the right (7.3.5). */
    DATE("成文日期", Face.BODY, 16, ParagraphAlignment.RIGHT, 4, 0),
    /** 附注 (7.3.6). */
    NOTE("附注", Face.BODY, 16, ParagraphAlignment.LEFT, 2, 0),
    /** An empty line. */
    BLANK("空行", Face.BODY, 16, ParagraphAlignment.LEFT, 0, 0),
    /** What stands in tables, of which the standard says nothing. */
    CELL("表格文字", Face.BODY, 12, ParagraphAlignment.CENTER, 0, 0);

    /** Fonts by their names. */
    private static final class Face {
        private static final String TITLE = "方正小标宋简体";
        private static final String BODY = "仿宋_GB2312";
        private static final String FIRST = "黑体";
        private static final String SECOND = "楷体_GB2312";
    }

    private final String label;
    private final String font;
    private final int points;
    private final ParagraphAlignment alignment;
    private final int indent;
    private final int outline;

    TemplateStyle(String label, String font, int points, ParagraphAlignment alignment, int indent, int outline) {
        this.label = label;
        this.font = font;
        this.points = points;
        this.alignment = alignment;
        this.indent = indent;
        this.outline = outline;
    }

    /** The keys of paragraphs in descriptions of templates. */
    static Set<String> keys() {
        return Arrays.stream(values())
                .filter(style -> style != CELL)
                .map(TemplateStyle::key)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static TemplateStyle of(String key) {
        return valueOf(key.toUpperCase(Locale.ROOT));
    }

    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The name that a word processor shows. */
    String label() {
        return label;
    }

    String font() {
        return font;
    }

    int points() {
        return points;
    }

    ParagraphAlignment alignment() {
        return alignment;
    }

    /** Characters from the margin that the paragraph is aligned to. */
    int indent() {
        return indent;
    }

    /** Level of a heading from 1, 0 for none. */
    int outline() {
        return outline;
    }

    boolean isRed() {
        return this == LETTERHEAD;
    }
}

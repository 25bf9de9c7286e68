package org.gongbao.extraction;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Gathers the look of a paragraph of a page from elements, attributes and inline styles around its text. */
final class HtmlLook {

    /** How many elements upward a style is looked for. */
    private static final int REACH = 12;

    /** A size, such as {@code font-size: 18pt} or {@code font-size:21px}. */
    private static final Pattern SIZE =
            Pattern.compile("font-size\\s*:\\s*([\\d.]{1,6})\\s*(pt|px)", Pattern.CASE_INSENSITIVE);

    /** Bold type, such as {@code font-weight: bold} or {@code 700}. */
    private static final Pattern BOLD =
            Pattern.compile("font-weight\\s*:\\s*(?:bold|[6-9]00)", Pattern.CASE_INSENSITIVE);

    /** Red type, such as {@code color: red}, {@code #FF0000}, {@code rgb(255, 0, 0)}. */
    private static final Pattern RED = Pattern.compile(
            "(?:^|[;\\s])color\\s*:\\s*(?:red|#f00|#(?:[c-f][0-9a-f]){1}(?:0[0-9a-f]){2}|rgb\\(\\s*(?:2\\d\\d|1[89]\\d)\\s*,\\s*\\d{1,2}\\s*,\\s*\\d{1,2}\\s*\\))",
            Pattern.CASE_INSENSITIVE);

    /** Where text is set, such as {@code text-align: center}. */
    private static final Pattern ALIGN =
            Pattern.compile("text-align\\s*:\\s*(left|center|right|justify|start|end)", Pattern.CASE_INSENSITIVE);

    private static final double POINTS_PER_PIXEL = 0.75;

    private int all;
    private int bold;
    private int red;
    private int longest;
    private double size;

    void add(Element parent, String text) {
        int length = TextLengths.of(text);
        all += length;
        boolean isBold = false;
        boolean isRed = false;
        double points = 0;
        Element element = parent;
        for (int i = 0; i < REACH && element != null; i++, element = element.parent()) {
            String style = element.attr("style");
            isBold |= element.nameIs("b")
                    || element.nameIs("strong")
                    || BOLD.matcher(style).find();
            isRed |= RED.matcher(style).find() || element.attr("color").equalsIgnoreCase("red");
            points = points > 0 ? points : points(style);
        }
        bold += isBold ? length : 0;
        red += isRed ? length : 0;
        if (length > longest) {
            longest = length;
            size = points;
        }
    }

    private static double points(String style) {
        Matcher matcher = SIZE.matcher(style);
        if (!matcher.find()) {
            return 0;
        }
        try {
            double number = Double.parseDouble(matcher.group(1));
            return matcher.group(2).equalsIgnoreCase("px") ? number * POINTS_PER_PIXEL : number;
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    Paragraph.Style style(@Nullable Element block) {
        int outline = block == null ? 0 : outline(block);
        Paragraph.Align align = block == null ? Paragraph.Align.UNKNOWN : align(block);
        return new Paragraph.Style(align, outline, size, bold * 2 > all || outline > 0, red * 2 > all);
    }

    /** Level of the heading that the element is or stands in, else 0. */
    static int outline(Element block) {
        Element element = block;
        for (int i = 0; i < 3 && element != null; i++, element = element.parent()) {
            String name = element.tagName().toLowerCase(Locale.ROOT);
            if (name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6') {
                return name.charAt(1) - '0';
            }
        }
        return 0;
    }

    static Paragraph.Align align(Element block) {
        Element element = block;
        for (int i = 0; i < REACH && element != null; i++, element = element.parent()) {
            Matcher style = ALIGN.matcher(element.attr("style"));
            String value = style.find() ? style.group(1) : alignAttribute(element);
            switch (value.toLowerCase(Locale.ROOT)) {
                case "center" -> {
                    return Paragraph.Align.CENTRE;
                }
                case "right", "end" -> {
                    return Paragraph.Align.RIGHT;
                }
                case "left", "justify", "start" -> {
                    return Paragraph.Align.LEFT;
                }
                default -> {}
            }
        }
        return Paragraph.Align.UNKNOWN;
    }

    /** The attribute; a table's own places the table, not its text. */
    private static String alignAttribute(Element element) {
        if (element.nameIs("center")) {
            return "center";
        }
        return element.nameIs("table") ? "" : element.attr("align");
    }

    static boolean isPreformatted(Element element) {
        Element ancestor = element;
        for (int i = 0; i < REACH && ancestor != null; i++, ancestor = ancestor.parent()) {
            if (ancestor.nameIs("pre") || ancestor.attr("style").contains("white-space: pre")) {
                return true;
            }
        }
        return false;
    }
}

package org.gongbao.privacy;

import java.util.Map;
import java.util.regex.Pattern;

/** What cells under a head look like (单元格形状), to lay the cells of a defective row under their heads. */
final class CellShapes {

    private static final Map<String, Pattern> SHAPES = Map.of(
            "identity-number", Pattern.compile("[0-9Xx*\\s\\-]{8,}"),
            "bank-card", Pattern.compile("[0-9*\\s\\-]{8,}"),
            "phone", Pattern.compile("[0-9+*()（）\\s\\-－、]{7,}"),
            "private-phone", Pattern.compile("[0-9+*()（）\\s\\-－、]{7,}"),
            "e-mail", Pattern.compile("\\S+@\\S+"),
            "birth-date", Pattern.compile("[12][0-9]{3}.*"),
            "travel-document", Pattern.compile("[A-Z][A-Z0-9]{7,10}"),
            "plate", Pattern.compile("\\p{IsHan}[A-Z].{4,8}"),
            "private", Pattern.compile("[男女]|[0-9.,，]+.{0,3}|.{2,4}"),
            "address", Pattern.compile(".*\\p{IsHan}{3,}.*"));

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,5}[.、]?");

    private static final Pattern SEX = Pattern.compile("[男女]");

    private final PersonNames names;

    CellShapes(PersonNames names) {
        this.names = names;
    }

    /** How well a cell stands under a head of which it is known what stands under it: 0 not at all, 1 perhaps, 2 well. */
    int fits(String kind, String head, String cell) {
        String bare = PrivacyLists.bare(head);
        if (bare.equals("序号")) {
            return NUMBER.matcher(cell).matches() ? 2 : 0;
        }
        if (bare.equals("性别")) {
            return SEX.matcher(cell).matches() ? 2 : 0;
        }
        if (kind.equals("name") || kind.equals("child")) {
            return names.mayBe(cell) ? 2 : 0;
        }
        Pattern shape = SHAPES.get(kind);
        if (shape == null) {
            return 1;
        }
        return shape.matcher(cell.strip()).matches() ? 2 : 0;
    }
}

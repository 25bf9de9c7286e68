package org.gongbao.privacy;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds what a named person suffers from in running text (诊断): {@code 经市医院诊断为腰椎骨折，}. */
final class Diagnoses {

    private static final Pattern ILLNESS = Pattern.compile("[:“]?([\\p{IsHan}0-9A-ZⅠ-Ⅻ]{2,24})(?=[，,。;；、”）)\\s]|$)");

    /** Characters back in which a person was identified. */
    private static final int ANCHOR = 800;

    private final Finds finds;

    Diagnoses(Finds finds) {
        this.finds = finds;
    }

    void find() {
        String text = finds.text();
        Matcher cue = finds.lists().cue("diagnosis").matcher(text);
        while (cue.find()) {
            Matcher illness = ILLNESS.matcher(text).region(cue.end(), text.length());
            if (illness.lookingAt()
                    && !illness.group(1).contains("的")
                    && finds.isNear(cue.start(), ANCHOR, List.of("identity-number", "name", "minor"))) {
                finds.add("health", illness.start(1), illness.end(1));
            }
        }
    }
}

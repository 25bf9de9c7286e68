package org.gongbao.command;

import java.util.Map;

/** How many characters of wanted texts are in found ones, in any order. */
final class TextShare {

    private long wanted;
    private long there;

    void add(String wantedText, String foundText) {
        Map<Integer, Integer> found = BarePdf.characters(foundText);
        for (Map.Entry<Integer, Integer> character :
                BarePdf.characters(wantedText).entrySet()) {
            wanted += character.getValue();
            there += Math.min(character.getValue(), found.getOrDefault(character.getKey(), 0));
        }
    }

    double value() {
        return wanted == 0 ? 1 : (double) there / wanted;
    }
}

package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.web.site.TextRuns.Kind;
import org.gongbao.web.site.TextRuns.Mark;
import org.jspecify.annotations.Nullable;

/** Where a text names documents that it cites, each a link to that document or to what is known of it. */
final class CitedLinks {

    /** Relations and places that are looked at: a list of repealed documents may name hundreds. */
    private static final int MOST_RELATIONS = 300;

    private static final int MOST_PLACES = 50;

    private static final int SHORTEST_NUMBER = 6;

    private CitedLinks() {}

    static List<Mark> of(PublishedDocument document) {
        String text = document.record().text();
        List<Mark> marks = new ArrayList<>();
        document.relationsToOthers().stream()
                .filter(Relation::outgoing)
                .limit(MOST_RELATIONS)
                .forEach(relation -> {
                    String address = address(relation);
                    if (address != null && relation.title() != null) {
                        find(text, "《" + relation.title() + "》", address, marks);
                    }
                    String number = relation.documentNumber();
                    if (address != null && number != null && number.length() >= SHORTEST_NUMBER) {
                        find(text, number, address, marks);
                    }
                });
        return marks;
    }

    private static @Nullable String address(Relation relation) {
        if (relation.other() != null) {
            return "/doc/" + relation.other();
        }
        return relation.stub() == null ? null : "/cited/" + relation.stub();
    }

    private static void find(String text, String words, String address, List<Mark> marks) {
        int length = words.codePointCount(0, words.length());
        int at = text.indexOf(words);
        int place = 0;
        int counted = 0;
        for (int found = 0; at >= 0 && found < MOST_PLACES; found++) {
            place += text.codePointCount(counted, at);
            counted = at;
            marks.add(new Mark(Kind.LINK, place, place + length, address));
            at = text.indexOf(words, at + words.length());
        }
    }
}

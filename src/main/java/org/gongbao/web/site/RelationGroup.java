package org.gongbao.web.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongbao.publication.Relation;

/** Relations of one kind and direction; {@code name} is the key of its heading. */
record RelationGroup(String name, String kind, List<Relation> relations) {

    private static final String INTERPRETATION = "解读";
    private static final int MOST_INTERPRETATIONS = 5;

    static List<RelationGroup> of(List<Relation> relations) {
        Map<String, List<Relation>> groups = new TreeMap<>();
        for (Relation relation : relations) {
            String name = (relation.outgoing() ? "relation.out." : "relation.in.") + relation.kind();
            groups.computeIfAbsent(name, key -> new ArrayList<>()).add(relation);
        }
        return groups.entrySet().stream()
                .sorted(Map.Entry.<String, List<Relation>>comparingByKey().reversed())
                .map(entry -> new RelationGroup(
                        entry.getKey(), entry.getValue().get(0).kind(), entry.getValue()))
                .toList();
    }

    /** Documents that explain the one whose relations these are (解读), or that it explains, where they are public here. */
    static List<Relation> interpretations(List<RelationGroup> groups, boolean ofOthers) {
        return groups.stream()
                .filter(group -> group.kind().equals(INTERPRETATION))
                .flatMap(group -> group.relations().stream())
                .filter(relation -> relation.outgoing() == ofOthers && relation.other() != null)
                .limit(MOST_INTERPRETATIONS)
                .toList();
    }
}

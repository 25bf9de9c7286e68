package org.gongbao.linkeddata;

import org.gongbao.publication.Uid;

/** Changes the triple store behind the program's back. */
public final class GraphDamage {

    private GraphDamage() {}

    public static void drop(Object store, Object vocabulary, String uid) {
        String graph = ((Vocabulary) vocabulary).page(new Uid(uid));
        ((TripleStore) store).write(dataset -> {
            if (!dataset.containsNamedModel(graph)) {
                throw new AssertionError("no graph " + graph);
            }
            dataset.removeNamedModel(graph);
        });
    }
}

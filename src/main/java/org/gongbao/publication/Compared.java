package org.gongbao.publication;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * One part of a certificate: what register, packages or a projection holds.
 *
 * @param name what was compared
 * @param documents number of documents that it holds as they should be held
 * @param digest SHA-256 of a line {@code uid version manifest} for each of them, by identifier: of the log's leaves alone, so
 *     that nobody can try out what an erased document may have said
 * @param repaired what differed and was put right
 * @param differing what still differs
 */
public record Compared(String name, long documents, String digest, Named repaired, Named differing) {

    /**
     * Identifiers of documents, or names of files.
     *
     * @param first the first hundred of them
     */
    public record Named(long count, List<String> first) {

        private static final int MOST = 100;

        public Named {
            first = List.copyOf(first);
        }

        static Named of(Collection<String> names) {
            return new Named(
                    names.size(), new TreeSet<>(names).stream().limit(MOST).toList());
        }
    }

    /** @param lines the line of every public document, without its end */
    static Compared of(Reconciled found, Map<Uid, String> lines) {
        StringBuilder text = new StringBuilder();
        for (Uid uid : new TreeSet<>(found.held())) {
            text.append(lines.getOrDefault(uid, uid.value())).append('\n');
        }
        return new Compared(
                found.name(),
                found.held().size(),
                Digests.sha256(text.toString().getBytes(StandardCharsets.UTF_8)),
                Named.of(found.repaired()),
                Named.of(found.differing()));
    }
}

package org.gongbao.linkeddata;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.tdb2.store.NodeId;
import org.apache.jena.tdb2.store.NodeIdInline;
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Uid;
import org.jspecify.annotations.Nullable;

/** The graph of each document in the triple store: the digest of its triples in the order of their text. */
final class GraphHoldings implements Holdings {

    private final TripleStore store;
    private final Vocabulary vocabulary;

    GraphHoldings(TripleStore store, Vocabulary vocabulary) {
        this.store = store;
        this.vocabulary = vocabulary;
    }

    @Override
    public String name() {
        return LinkedDataDissemination.NAME;
    }

    @Override
    public Map<Uid, String> held(@Nullable Set<Uid> uids) {
        return store.read(dataset -> {
            Map<Uid, String> held = new HashMap<>();
            Collection<Uid> asked = uids == null ? all(dataset) : uids;
            for (Uid uid : asked) {
                String graph = vocabulary.page(uid);
                if (dataset.containsNamedModel(graph)) {
                    held.put(uid, digest(dataset.getNamedModel(graph)));
                }
            }
            return held;
        });
    }

    private List<Uid> all(Dataset dataset) {
        List<Uid> uids = new ArrayList<>();
        for (Iterator<String> names = dataset.listNames(); names.hasNext(); ) {
            String name = names.next();
            String last = name.substring(name.lastIndexOf('/') + 1);
            if (Uid.isUid(last) && vocabulary.page(new Uid(last)).equals(name)) {
                uids.add(new Uid(last));
            }
        }
        return uids;
    }

    @Override
    public @Nullable String expected(PublishedDocument document) {
        return document.terms().isOpenData() ? digest(DocumentDescription.open(vocabulary, document)) : null;
    }

    private static String digest(Model model) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            model.getGraph().stream()
                    .map(GraphHoldings::line)
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String line(Triple triple) {
        return NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                + NodeFmtLib.strNT(asStored(triple.getObject())) + "\n";
    }

    /** The store keeps numbers and dates as values and writes them in one form: 0.90 comes back as 0.9. */
    private static Node asStored(Node node) {
        NodeId inline = NodeIdInline.inline(node);
        return inline == null ? node : NodeIdInline.extract(inline);
    }
}

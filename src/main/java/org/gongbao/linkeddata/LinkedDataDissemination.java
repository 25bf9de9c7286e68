package org.gongbao.linkeddata;

import java.util.List;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.ResourceFactory;
import org.apache.jena.rdf.model.Statement;
import org.gongbao.publication.Change;
import org.gongbao.publication.Dissemination;

/**
 * Keeps the triple store in step with the log. The position stands in the store's own default graph, which no query sees,
 * and is written in the same transaction as the documents.
 */
final class LinkedDataDissemination implements Dissemination {

    static final String NAME = "linkeddata";

    private static final Resource STORE = ResourceFactory.createResource("urn:gongbao:store");
    private static final Property POSITION = ResourceFactory.createProperty("urn:gongbao:", "position");

    private final TripleStore store;
    private final Vocabulary vocabulary;
    private final Model ontology;

    LinkedDataDissemination(TripleStore store, Vocabulary vocabulary, Model ontology) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.ontology = ontology;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public long position() {
        return store.read(dataset -> {
            Statement position = dataset.getDefaultModel().getProperty(STORE, POSITION);
            return position == null ? 0L : position.getLong();
        });
    }

    @Override
    public void apply(List<Change> changes, long position) {
        store.write(dataset -> {
            changes.forEach(change -> put(dataset, change));
            keep(dataset, position);
        });
    }

    @Override
    public void rebuild(Stream<Change> documents, long position) {
        store.replace(dataset -> {
            documents.forEach(change -> put(dataset, change));
            keep(dataset, position);
        });
    }

    private void put(Dataset dataset, Change change) {
        String graph = vocabulary.page(change.uid());
        if (change.document() == null) {
            dataset.removeNamedModel(graph);
        } else {
            dataset.replaceNamedModel(graph, DocumentDescription.of(vocabulary, change.document()));
        }
    }

    private void keep(Dataset dataset, long position) {
        if (!dataset.containsNamedModel(vocabulary.namespace())) {
            dataset.addNamedModel(vocabulary.namespace(), ontology);
        }
        Model meta = dataset.getDefaultModel();
        meta.removeAll(STORE, POSITION, null);
        meta.addLiteral(STORE, POSITION, position);
    }
}

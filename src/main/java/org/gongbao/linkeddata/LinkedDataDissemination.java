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
import org.gongbao.publication.Holdings;
import org.gongbao.publication.PublishedDocument;

/**
 * Keeps the triple store in step with the log. The position stands in the store's own default graph, which no query sees,
 * and is written in the same transaction as the documents.
 */
final class LinkedDataDissemination implements Dissemination {

    static final String NAME = "linkeddata";

    private static final Resource STORE = ResourceFactory.createResource("urn:gongbao:store");
    private static final Property POSITION = ResourceFactory.createProperty("urn:gongbao:", "position");
    private static final Property MADE_BY = ResourceFactory.createProperty("urn:gongbao:", "madeBy");

    private final TripleStore store;
    private final Vocabulary vocabulary;
    private final Model ontology;
    private final String version;

    /** @param version names how graphs are made, {@link DocumentGraphs#version()} */
    LinkedDataDissemination(TripleStore store, Vocabulary vocabulary, Model ontology, String version) {
        this.store = store;
        this.vocabulary = vocabulary;
        this.ontology = ontology;
        this.version = version;
    }

    @Override
    public String name() {
        return NAME;
    }

    /** 0 also for a store whose graphs were made otherwise: their names would differ, and no withdrawal would find them. */
    @Override
    public long position() {
        return store.read(dataset -> {
            Model meta = dataset.getDefaultModel();
            Statement position = meta.getProperty(STORE, POSITION);
            return position == null || !meta.contains(STORE, MADE_BY, version) ? 0L : position.getLong();
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

    @Override
    public List<Holdings> holdings() {
        return List.of(new GraphHoldings(store, vocabulary));
    }

    @Override
    public void forgetReplaced() {
        store.removeReplaced();
    }

    private void put(Dataset dataset, Change change) {
        String graph = vocabulary.page(change.uid());
        PublishedDocument document = change.document();
        if (document == null || !document.terms().isOpenData()) {
            dataset.removeNamedModel(graph);
        } else {
            dataset.replaceNamedModel(graph, DocumentDescription.open(vocabulary, document));
        }
    }

    private void keep(Dataset dataset, long position) {
        if (!dataset.containsNamedModel(vocabulary.namespace())) {
            dataset.addNamedModel(vocabulary.namespace(), ontology);
        }
        Model meta = dataset.getDefaultModel();
        meta.removeAll(STORE, POSITION, null);
        meta.addLiteral(STORE, POSITION, position);
        meta.removeAll(STORE, MADE_BY, null);
        meta.add(STORE, MADE_BY, version);
    }
}

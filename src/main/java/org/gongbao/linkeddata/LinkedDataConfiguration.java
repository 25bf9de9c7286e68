package org.gongbao.linkeddata;

import java.time.Duration;
import org.gongbao.publication.Dissemination;
import org.gongbao.publication.PublicationGate;
import org.gongbao.publication.RightsSettings;
import org.gongbao.system.DataFolder;
import org.gongbao.system.GongbaoSettings;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

/** The triple store and what is made from it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LinkedDataConfiguration.SparqlSettings.class)
class LinkedDataConfiguration {

    /**
     * Bounds of one query.
     *
     * @param timeout most time
     * @param rows most rows or triples of an answer
     * @param bytes most bytes of an answer
     */
    @ConfigurationProperties("gongbao.sparql")
    record SparqlSettings(
            @DefaultValue("10s") Duration timeout,
            @DefaultValue("10000") int rows,
            @DefaultValue("20MB") DataSize bytes) {}

    @Bean
    Vocabulary vocabulary(GongbaoSettings settings, RightsSettings rights) {
        return new Vocabulary(settings.base(), rights);
    }

    @Bean
    TripleStore tripleStore(DataFolder folder) {
        return new TripleStore(folder.folder("linkeddata"));
    }

    @Bean
    JenaOntology ontology(Vocabulary vocabulary) {
        return new JenaOntology(vocabulary);
    }

    @Bean
    SchemaVersions schemaVersions(GongbaoSettings settings) {
        return SchemaVersions.load(settings.base());
    }

    @Bean
    Concepts concepts(JenaOntology ontology) {
        return ontology.concepts();
    }

    @Bean
    RegisterGraphs registerGraphs(Vocabulary vocabulary) {
        return new JenaRegisterGraphs(vocabulary);
    }

    @Bean
    DocumentGraphs documentGraphs(Vocabulary vocabulary, JenaOntology ontology) {
        return new JenaDocumentGraphs(vocabulary, ontology.model());
    }

    @Bean
    CatalogueGraphs catalogueGraphs(Vocabulary vocabulary, GongbaoSettings settings) {
        return new DcatCatalogue(vocabulary, settings.publisher());
    }

    @Bean
    Dissemination linkedDataDissemination(
            TripleStore store, Vocabulary vocabulary, JenaOntology ontology, DocumentGraphs graphs) {
        return new LinkedDataDissemination(store, vocabulary, ontology.model(), graphs.version());
    }

    @Bean
    JenaSparqlService sparqlService(TripleStore store, Vocabulary vocabulary, SparqlSettings settings) {
        return new JenaSparqlService(
                store,
                vocabulary,
                new JenaSparqlService.SparqlBounds(
                        settings.timeout(), settings.rows(), settings.bytes().toBytes()));
    }

    @Bean
    PublicationGate shapesGate(Vocabulary vocabulary, JenaOntology ontology) {
        return new ShapesGate(ontology.shapes(), vocabulary);
    }
}

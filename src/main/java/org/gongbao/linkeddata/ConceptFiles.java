package org.gongbao.linkeddata;

import java.io.OutputStream;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.Property;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.rdf.model.Statement;
import org.apache.jena.vocabulary.DCTerms;
import org.apache.jena.vocabulary.RDF;
import org.apache.jena.vocabulary.SKOS;
import org.gongbao.linkeddata.Ontology.Words;
import org.jspecify.annotations.Nullable;

/** Reads {@code ontology/concepts/*.ttl} from the jar. Which file there is, is said here; what is in it, only there. */
final class ConceptFiles implements Concepts {

    static final String KIND = "document-kind";
    static final String THEME = "theme";
    static final String VALIDITY = "validity";
    static final String DISCLOSURE = "disclosure-mode";
    static final String OPEN = "open-attribute";

    private static final List<String> NAMES = List.of(DISCLOSURE, KIND, OPEN, THEME, VALIDITY);

    /** A theme may come with those above it: {@code 综合政务\政务公开}, {@code 综合政务-政务公开}. */
    private static final Pattern STEP = Pattern.compile("\\s*[\\\\/>＞—–-]+\\s*");

    /** The same under every base. */
    private static final Map<String, Scheme> READ = readAll();

    private final Vocabulary vocabulary;
    private final Map<String, Model> models = new LinkedHashMap<>();

    ConceptFiles(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        NAMES.forEach(name -> models.put(name, load(name, vocabulary)));
    }

    /** Everything that the files say. */
    Model model() {
        Model all = vocabulary.model();
        models.values().forEach(all::add);
        return all;
    }

    @Override
    public List<Scheme> schemes() {
        return List.copyOf(READ.values());
    }

    @Override
    public boolean write(String scheme, @Nullable String code, RdfFormat format, OutputStream out) {
        Model model = models.get(scheme);
        if (model == null) {
            return false;
        }
        if (code == null) {
            JenaDocumentGraphs.write(model, format, out);
            return true;
        }
        Resource concept = model.createResource(vocabulary.concept(scheme, code));
        if (!model.contains(concept, RDF.type, SKOS.Concept)) {
            return false;
        }
        Model part = vocabulary.model();
        part.add(concept.listProperties());
        part.add(model.listStatements(null, SKOS.broader, concept));
        part.add(model.createResource(vocabulary.scheme(scheme)).listProperties());
        JenaDocumentGraphs.write(part, format, out);
        return true;
    }

    /** The code of the concept with a Chinese name; empty where the scheme has none. */
    static Optional<String> code(String scheme, @Nullable String label) {
        return concepts(scheme).stream()
                .filter(concept -> concept.chinese().name().equals(label))
                .map(Concept::code)
                .findFirst();
    }

    /** The code of a theme by its name, or by a path of names that leads to it or to one above it. */
    static Optional<String> theme(String words) {
        List<Concept> themes = concepts(THEME);
        Concept found = null;
        for (String name : words.strip().split(STEP.pattern())) {
            String above = found == null ? null : found.code();
            Optional<Concept> next = themes.stream()
                    .filter(concept ->
                            concept.chinese().name().equals(name) && Objects.equals(concept.broader(), above))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            found = next.get();
        }
        return Optional.ofNullable(found).map(Concept::code);
    }

    private static List<Concept> concepts(String scheme) {
        return Objects.requireNonNull(READ.get(scheme), scheme).concepts();
    }

    private static Map<String, Scheme> readAll() {
        Vocabulary anywhere = new Vocabulary("urn:gongbao:anywhere");
        Map<String, Scheme> read = new LinkedHashMap<>();
        for (String name : NAMES) {
            Model model = load(name, anywhere);
            Resource scheme = model.createResource(anywhere.scheme(name));
            List<Concept> concepts = model.listSubjectsWithProperty(RDF.type, SKOS.Concept).toList().stream()
                    .map(concept -> new Concept(
                            last(concept),
                            words(concept, SKOS.prefLabel, SKOS.definition, "zh"),
                            words(concept, SKOS.prefLabel, SKOS.definition, "en"),
                            concept.hasProperty(SKOS.broader)
                                    ? last(concept.getPropertyResourceValue(SKOS.broader))
                                    : null))
                    .sorted(Comparator.comparing(Concept::code))
                    .toList();
            read.put(
                    name,
                    new Scheme(
                            name,
                            words(scheme, DCTerms.title, DCTerms.description, "zh"),
                            words(scheme, DCTerms.title, DCTerms.description, "en"),
                            concepts));
        }
        return read;
    }

    private static Model load(String name, Vocabulary vocabulary) {
        return JenaOntology.load("/ontology/concepts/" + name + ".ttl", vocabulary);
    }

    private static String last(Resource resource) {
        return resource.getURI().substring(resource.getURI().lastIndexOf('/') + 1);
    }

    private static Words words(Resource subject, Property name, Property definition, String language) {
        return new Words(text(subject, name, language), text(subject, definition, language));
    }

    private static String text(Resource subject, Property property, String language) {
        Statement statement = subject.getProperty(property, language);
        return statement == null ? "" : statement.getString();
    }
}

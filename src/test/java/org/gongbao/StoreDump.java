package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.TransparencyLog;

/**
 * Everything public in a fixed form, so that two states of a store can be compared byte for byte.
 *
 * @param log the leaves and the root
 * @param register documents with their versions and files
 * @param search what a search for everything gives
 * @param statements all triples, sorted
 * @param release the lines of all files of the release
 */
record StoreDump(
        List<String> log, List<String> register, List<String> search, List<String> statements, List<String> release) {

    static StoreDump of(RunningProgram program) throws Exception {
        program.awaitCaughtUp();
        Set<String> uids = uids(program);
        Release release = Release.awaitHolding(program, uids);
        String checkpoint = program.text("/log/checkpoint").split("\n\n")[0];
        List<String> log = new java.util.ArrayList<>(program.get(TransparencyLog.class).eventsAfter(0, 10_000).stream()
                .map(LogEvent::toString)
                .toList());
        log.add(checkpoint);
        return new StoreDump(
                log,
                register(program),
                program.text("/search.csv").lines().sorted().toList(),
                program.construct("CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"),
                release.lines());
    }

    private static List<String> register(RunningProgram program) {
        try (Stream<PublishedDocument> all =
                program.get(PublishedDocuments.class).all()) {
            return all.map(document -> document.uid() + " " + document.version() + " " + document.releasedAt() + " "
                            + document.content().files().stream()
                                    .map(file -> file.name() + "=" + file.sha256())
                                    .toList())
                    .toList();
        }
    }

    static Set<String> uids(RunningProgram program) {
        try (Stream<PublishedDocument> all =
                program.get(PublishedDocuments.class).all()) {
            return all.map(document -> document.uid().value()).collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** Whether search, linked data and release hold the documents of the register, each once, and nothing else. */
    static void assertThatProjectionsAgree(RunningProgram program) throws Exception {
        Set<String> uids = uids(program);
        assertThat(program.found("")).isEqualTo(uids);
        assertThat(program.json("/search.json").get("total").asInt()).isEqualTo(uids.size());
        Release release = Release.awaitHolding(program, uids);
        assertThat(release.uids()).isEqualTo(uids);
        Set<String> graphs = program.construct("CONSTRUCT { ?g a ?g } WHERE { GRAPH ?g { ?s ?p ?o } }").stream()
                .filter(line -> line.contains("/doc/"))
                .map(line -> RunningProgram.uidIn(line.substring(1, line.indexOf('>'))))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(graphs).isEqualTo(uids);
    }
}

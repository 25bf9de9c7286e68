package org.gongbao.web.site;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gongbao.bulk.Bag;
import org.gongbao.bulk.Bags;
import org.gongbao.bulk.DeltaName;
import org.gongbao.bulk.Deltas;
import org.gongbao.bulk.Release;
import org.gongbao.bulk.ReleaseName;
import org.gongbao.bulk.Releases;
import org.gongbao.linkeddata.CatalogueGraphs;
import org.gongbao.linkeddata.Concepts;
import org.gongbao.linkeddata.Ontology;
import org.gongbao.linkeddata.RdfFormat;
import org.gongbao.linkeddata.RegisterGraphs;
import org.gongbao.linkeddata.SchemaVersions;
import org.gongbao.linkeddata.SparqlService;
import org.gongbao.notification.FormGuard;
import org.gongbao.publication.CitationEdges;
import org.gongbao.publication.PublicEvents;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;

/** The pages beside the documents: a release, a vocabulary of two terms, queries that find nothing. */
@ComponentScan(
        basePackages = "org.gongbao.web.api",
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = ".*LogController|.*CertificateController|.*Test.*"))
class DemoApi {

    @Bean
    SparqlService sparql() {
        return new SparqlService() {
            @Override
            public Answer answer(Asked asked) {
                return new Answer.Result("text/csv", new byte[0]);
            }

            @Override
            public void describe(RdfFormat format, OutputStream out) {
                DemoApi.write(out, format.toString());
            }
        };
    }

    @Bean
    CitationEdges citations() {
        CitationEdges.Edge edge = new CitationEdges.Edge(
                new CitationEdges.Place(DemoDocuments.PLAN, 0),
                1,
                null,
                DemoSite.STUB,
                "依据",
                "云州市集市管理办法",
                null,
                null,
                null,
                "根据《云州市集市管理办法》");
        return new CitationEdges() {
            @Override
            public List<Edge> after(Asked asked, @Nullable Place place, int most) {
                return place == null ? List.of(edge) : List.of();
            }

            @Override
            public long count(Asked asked) {
                return 1;
            }
        };
    }

    @Bean
    PublicEvents publicEvents() {
        return new FakeLog();
    }

    @Bean
    Releases releases() {
        Release release = new Release(
                new ReleaseName(43, 43),
                Instant.parse("2023-05-31T08:00:00Z"),
                43,
                List.of(
                        file("documents.csv.gz", "text/csv", 9_012),
                        file("documents.ndjson.gz", "application/x-ndjson", 1_204_334)),
                Path.of("target/demo"));
        return new Releases() {
            @Override
            public Optional<Release> latest() {
                return Optional.of(release);
            }

            @Override
            public List<Release> all() {
                return List.of(release);
            }

            @Override
            public Optional<Release> find(ReleaseName name) {
                return latest().filter(found -> found.id().equals(name));
            }

            @Override
            public boolean isCurrent() {
                return true;
            }

            @Override
            public void bringUpToDate() {}

            @Override
            public Optional<Release> replacement(ReleaseName name) {
                return latest().filter(found -> name.position() == 42);
            }
        };
    }

    private static Release.ReleaseFile file(String name, String mediaType, long bytes) {
        return new Release.ReleaseFile(name, mediaType, "gzip", bytes, "0f".repeat(32), bytes * 7, "a1".repeat(32));
    }

    @Bean
    Bags bags() {
        Bag bag = new Bag(2023, 3, 9, 90_120, Instant.parse("2023-05-31T08:00:00Z"), 810, "0f".repeat(32), 5);
        return new Bags() {
            @Override
            public List<Bag> of(Release release) {
                return List.of(bag);
            }

            @Override
            public InputStream open(Release release, Bag opened, long from) {
                return new ByteArrayInputStream("bytes".substring((int) from).getBytes(StandardCharsets.US_ASCII));
            }
        };
    }

    @Bean
    FakeFrozenSets frozenSets() {
        return new FakeFrozenSets();
    }

    @Bean
    FormGuard formGuard() {
        return new FormGuard() {
            @Override
            public String token(String subject) {
                return "form of " + subject;
            }

            @Override
            public Result check(String subject, String token, String trap, String from) {
                return token.equals(token(subject)) && trap.isEmpty() ? Result.PASSED : Result.EXPIRED;
            }
        };
    }

    @Bean
    Deltas deltas() {
        return new Deltas() {
            @Override
            public Answer name(long from, long to) {
                return new Answer.Unknown();
            }

            @Override
            public Answer find(DeltaName name) {
                return new Answer.Unknown();
            }
        };
    }

    @Bean
    CatalogueGraphs catalogue() {
        return (releases, format, out) -> write(out, format + " " + releases.size());
    }

    /** A scheme with a concept under another one. */
    @Bean
    Concepts concepts() {
        List<Concepts.Concept> themes = List.of(
                new Concepts.Concept(
                        "02",
                        new Ontology.Words("综合政务", ""),
                        new Ontology.Words("General government affairs", ""),
                        null),
                new Concepts.Concept(
                        "0201", new Ontology.Words("政务公开", ""), new Ontology.Words("Open government", ""), "02"));
        Concepts.Scheme scheme = new Concepts.Scheme(
                "theme",
                new Ontology.Words("主题分类", "二十二个主题。"),
                new Ontology.Words("Themes", "The twenty-two themes."),
                themes);
        return new Concepts() {
            @Override
            public List<Scheme> schemes() {
                return List.of(scheme);
            }

            @Override
            public boolean write(String name, @Nullable String code, RdfFormat format, OutputStream out) {
                DemoApi.write(out, name + " " + code + " " + format);
                return true;
            }
        };
    }

    /** The schema of records in three versions: one that is served no more, one that was replaced, and the present one. */
    @Bean
    SchemaVersions schemaVersions() {
        String versions = Stream.of("0.8 2022-01-01", "0.9 2022-11-01", "1.0 2023-04-10")
                .map(each -> each.split(" "))
                .map(each -> "{\"version\":\"%s\",\"since\":\"%s\",\"file\":\"%s.json\"}"
                        .formatted(each[0], each[1], each[0]))
                .collect(Collectors.joining(","));
        return SchemaVersions.of(
                "{\"schemas\":[{\"name\":\"record\",\"mediaType\":\"application/schema+json\",\"versions\":[" + versions
                        + "]}]}",
                file -> "{\"$id\":\"https://gongbao.org/schema/record.schema.json\",\"title\":\"" + file + "\"}",
                "https://gongbao.yunzhou.example");
    }

    @Bean
    RegisterGraphs registerGraphs() {
        return new RegisterGraphs() {
            @Override
            public void write(Agency agency, RdfFormat format, OutputStream out) {
                DemoApi.write(out, agency + " " + format);
            }

            @Override
            public void write(Issue issue, RdfFormat format, OutputStream out) {
                DemoApi.write(out, issue + " " + format);
            }

            @Override
            public void write(Listing listing, RdfFormat format, OutputStream out) {
                DemoApi.write(out, listing + " " + format);
            }
        };
    }

    @Bean
    Ontology ontology() {
        return new Terms();
    }

    private static void write(OutputStream out, String text) {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Terms implements Ontology {

        @Override
        public void write(RdfFormat format, OutputStream out) {
            DemoApi.write(out, "all " + format);
        }

        @Override
        public String version() {
            return "1.1.0";
        }

        @Override
        public void writeShapes(RdfFormat format, OutputStream out) {
            DemoApi.write(out, "shapes " + format);
        }

        @Override
        public byte[] context() {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public byte[] recordSchema() {
            return "{}".getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public boolean writeTerm(String localName, RdfFormat format, OutputStream out) {
            DemoApi.write(out, localName + " " + format);
            return localName.equals("Document");
        }

        @Override
        public List<TermDescription> terms() {
            return List.of(new TermDescription(
                    "Document",
                    true,
                    new Words("公文", "在这里公开的政府文件。"),
                    new Words("document", "A government document published here.")));
        }
    }
}

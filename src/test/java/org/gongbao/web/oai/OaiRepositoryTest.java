package org.gongbao.web.oai;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gongbao.publication.Harvest;
import org.gongbao.publication.LogEvent;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedDocuments;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;

/** The protocol to the letter: verbs, arguments, errors, tokens, deleted records (OAI-PMH 2.0). */
class OaiRepositoryTest {

    private static final String BASE = "https://gongbao.example";
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00.123Z");
    private static final int RECORDS = 7;
    private static final int GONE = 3;

    private static final String SERIES = "云州市政府公报(增刊)";

    private static final String GAZETTE = "gazette:yun-zhou-shi-zheng-fu-gong-bao-zeng-kan";

    /** Reads like the other one. */
    private static final String ALIKE = "云洲市政府公报（增刊）";

    /** Withdrawn after the list was read. */
    private static final int GOING = 5;

    private static Uid uid(int i) {
        return new Uid("000000000000000" + i);
    }

    private static Instant at(int i) {
        return Instant.parse("2024-05-0" + i + "T08:00:00Z");
    }

    /** Seven items, the third of which is gone. */
    private static final class Shelf implements Harvest {

        private final List<Item> items = IntStream.rangeClosed(1, RECORDS)
                .mapToObj(i -> new Item(
                        new Place(i, uid(i)),
                        at(i),
                        i == GONE,
                        i == GONE ? null : "通知",
                        i == GONE ? List.of() : List.of("990100-finance", "无标识的机关"),
                        i == 1 ? SERIES : i == 2 ? ALIKE : null))
                .toList();

        private Stream<Item> all(Asked asked) {
            return items.stream()
                    .filter(item -> asked.from() == null || !item.at().isBefore(asked.from()))
                    .filter(item -> asked.until() == null || !item.at().isAfter(asked.until()))
                    .filter(item -> asked.kind() == null
                            || item.isGone()
                            || asked.kind().equals(item.kind()))
                    .filter(item -> asked.agency() == null
                            || item.isGone()
                            || item.agencies().contains(asked.agency()))
                    .filter(item -> asked.gazettes().isEmpty()
                            || item.isGone()
                            || item.gazette() != null && asked.gazettes().contains(item.gazette()));
        }

        @Override
        public List<Item> after(Asked asked, @Nullable Place place, int most) {
            return all(asked)
                    .filter(item -> place == null || item.place().seq() > place.seq())
                    .limit(most)
                    .toList();
        }

        @Override
        public long count(Asked asked) {
            return all(asked).count();
        }

        @Override
        public Optional<Item> find(Uid uid) {
            return items.stream().filter(item -> item.place().uid().equals(uid)).findFirst();
        }

        @Override
        public List<Group> groups() {
            return List.of(
                    new Group(null, null, "通知"),
                    new Group("990100-finance", null, "云州市财政局"),
                    new Group("无标识的机关", null, "无标识的机关"),
                    new Group(null, SERIES, SERIES),
                    new Group(null, ALIKE, ALIKE));
        }

        @Override
        public List<String> gazettes() {
            return List.of(SERIES, ALIKE);
        }

        @Override
        public Optional<Instant> earliest() {
            return Optional.of(at(1));
        }
    }

    private static final class Papers implements PublishedDocuments {

        @Override
        public Optional<PublicState> find(Uid uid) {
            int i = Integer.parseInt(uid.value());
            if (i == GONE || i == GOING) {
                return Optional.of(new PublicState.Gone(uid, LogEvent.Type.WITHDRAWN, NOW, "依法撤下"));
            }
            DocumentRecord record = DocumentRecord.builder(
                            new Source("document.pdf", "ab", "application/pdf", 9, null, 1, false))
                    .title("第" + i + "号通知<&\u0001>")
                    .documentKind("通知")
                    .issuedOn(LocalDate.of(2024, 5, i))
                    .text("正文")
                    .build();
            PublicPackage content = new PublicPackage(uid, 1, record, List.of());
            return Optional.of(
                    new PublicState.Public(new PublishedDocument(uid, 1, i, at(i), at(i), content, List.of())));
        }

        @Override
        public Stream<PublishedDocument> all() {
            return Stream.empty();
        }

        @Override
        public long count() {
            return RECORDS;
        }

        @Override
        public long position() {
            return RECORDS;
        }
    }

    private final OaiRepository repository = new OaiRepository(
            new Shelf(),
            new Papers(),
            new OaiRepository.Described("云州市公报", BASE, "desk@gongbao.example", 3),
            Clock.fixed(NOW, ZoneOffset.UTC));

    private Element ask(String query) {
        MultiValueMap<String, String> given = new LinkedMultiValueMap<>();
        UriComponentsBuilder.fromUriString("/oai?" + query)
                .build()
                .getQueryParams()
                .forEach((name, values) -> values.forEach(value -> given.add(
                        name, java.net.URLDecoder.decode(value == null ? "" : value, StandardCharsets.UTF_8))));
        String text = new String(repository.answer(given), StandardCharsets.UTF_8);
        Document xml = Jsoup.parse(text, "", Parser.xmlParser());
        Element root = xml.select("OAI-PMH").get(0);
        assertThat(root.children().get(0).tagName()).isEqualTo("responseDate");
        assertThat(root.children().get(0).text()).isEqualTo("2024-06-01T00:00:00Z");
        assertThat(root.children().get(1).tagName()).isEqualTo("request");
        assertThat(root.children().get(1).text()).isEqualTo(BASE + "/oai");
        assertThat(root.children()).hasSize(3);
        return root;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                                                          | badVerb",
                "verb=Nothing                                                                | badVerb",
                "verb=identify                                                               | badVerb",
                "verb=Identify&verb=Identify                                                 | badVerb",
                "verb=Identify&set=x                                                         | badArgument",
                "verb=Identify&resumptionToken=x                                             | badArgument",
                "verb=GetRecord                                                              | badArgument",
                "verb=GetRecord&identifier=x                                                 | badArgument",
                "verb=GetRecord&identifier=x&metadataPrefix=oai_dc&x=y                       | badArgument",
                "verb=GetRecord&identifier=x&identifier=x&metadataPrefix=oai_dc              | badArgument",
                "verb=GetRecord&identifier=x&metadataPrefix=oai_dc                           | idDoesNotExist",
                "verb=GetRecord&identifier=https://gongbao.example/id/doc/0000000000000009&metadataPrefix=oai_dc | idDoesNotExist",
                "verb=GetRecord&identifier=https://gongbao.example/id/doc/0000000000000001&metadataPrefix=marc   | cannotDisseminateFormat",
                "verb=ListMetadataFormats&identifier=x                                       | idDoesNotExist",
                "verb=ListMetadataFormats&set=x                                              | badArgument",
                "verb=ListSets&resumptionToken=x                                             | badResumptionToken",
                "verb=ListSets&from=2024-01-01                                               | badArgument",
                "verb=ListRecords                                                            | badArgument",
                "verb=ListRecords&metadataPrefix=marc                                        | cannotDisseminateFormat",
                "verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x                    | badArgument",
                "verb=ListRecords&resumptionToken=x                                          | badResumptionToken",
                "verb=ListRecords&resumptionToken=x&resumptionToken=x                        | badArgument",
                "verb=ListRecords&resumptionToken=eHh4                                       | badResumptionToken",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2024                            | badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2024-02-30                      | badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2024-05-01T08:00:00             | badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2024-05-01&until=2024-05-02T00:00:00Z | badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&from=2024-05-02&until=2024-05-01     | badArgument",
                "verb=ListRecords&metadataPrefix=oai_dc&until=2023-12-31                     | noRecordsMatch",
                "verb=ListIdentifiers&metadataPrefix=oai_dc&from=2025-01-01                  | noRecordsMatch",
                "verb=ListIdentifiers&metadataPrefix=oai_dc&set=colour:red                   | noRecordsMatch",
            })
    void aWrongRequestHasItsOwnError(String query, String code) {
        Element answer = ask(query);
        assertThat(answer.select("> error").attr("code")).isEqualTo(code);
        assertThat(answer.select("> error").text()).isNotBlank();
        boolean isRepeated = !code.equals("badVerb") && !code.equals("badArgument");
        assertThat(answer.select("> request").attr("verb").isEmpty()).isEqualTo(!isRepeated);
    }

    @Test
    void theRepositorySaysWhatItIs() {
        Element identify = ask("verb=Identify").select("> Identify").get(0);
        assertThat(identify.children().eachText())
                .containsExactly(
                        "云州市公报",
                        BASE + "/oai",
                        "2.0",
                        "desk@gongbao.example",
                        "2024-05-01T08:00:00Z",
                        "persistent",
                        "YYYY-MM-DDThh:mm:ssZ");
        assertThat(identify.children().stream().map(Element::tagName))
                .containsExactly(
                        "repositoryName",
                        "baseURL",
                        "protocolVersion",
                        "adminEmail",
                        "earliestDatestamp",
                        "deletedRecord",
                        "granularity");
    }

    @Test
    void formatsAndSetsAreListed() {
        Element formats = ask("verb=ListMetadataFormats&identifier=" + BASE + "/id/doc/" + uid(1));
        assertThat(formats.select("metadataPrefix").eachText()).containsExactly("oai_dc", "gongbao");
        assertThat(formats.select("schema").last().text()).isEqualTo(BASE + "/schema/record/1.xsd");
        Element sets = ask("verb=ListSets");
        assertThat(sets.select("setSpec").eachText()).containsExactly("kind:tongzhi", "agency:990100-finance", GAZETTE);
        assertThat(sets.select("setName").eachText()).containsExactly("通知", "云州市财政局", SERIES + "、" + ALIKE);
    }

    @Test
    void aSetIsThatOfAGazetteAndOfThoseThatReadAlike() {
        Element list = ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=" + GAZETTE);
        assertThat(list.select("header:not([status]) > identifier").eachText())
                .containsExactly(BASE + "/id/doc/" + uid(1), BASE + "/id/doc/" + uid(2));
        assertThat(list.select("header:not([status])"))
                .allSatisfy(header ->
                        assertThat(header.select("setSpec").eachText()).contains(GAZETTE));
        assertThat(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=gazette:other")
                        .select("error")
                        .attr("code"))
                .isEqualTo("noRecordsMatch");
    }

    @Test
    void aListGoesOnByTokensAloneUntilAnEmptyOne() {
        List<String> seen = new ArrayList<>();
        Element part = ask("verb=ListIdentifiers&metadataPrefix=oai_dc");
        List<String> cursors = new ArrayList<>();
        while (true) {
            seen.addAll(part.select("header > identifier").eachText());
            Element token = part.select("resumptionToken").get(0);
            cursors.add(token.attr("cursor"));
            assertThat(token.attr("completeListSize")).isEqualTo("7");
            assertThat(part.select("ListIdentifiers").get(0).children().last()).isSameAs(token);
            if (token.text().isEmpty()) {
                break;
            }
            part = ask("verb=ListIdentifiers&resumptionToken=" + token.text());
            assertThat(part.select("> request").attr("resumptionToken")).isEqualTo(token.text());
        }
        assertThat(seen)
                .isEqualTo(IntStream.rangeClosed(1, RECORDS)
                        .mapToObj(i -> BASE + "/id/doc/" + uid(i))
                        .toList());
        assertThat(cursors).containsExactly("0", "3", "6");
    }

    @Test
    void aListThatIsWholeAtOnceHasNoToken() {
        Element list = ask("verb=ListRecords&metadataPrefix=oai_dc&from=2024-05-06&until=2024-05-07");
        assertThat(list.select("header > datestamp").eachText())
                .containsExactly("2024-05-06T08:00:00Z", "2024-05-07T08:00:00Z");
        assertThat(list.select("resumptionToken")).isEmpty();
        assertThat(ask("verb=ListRecords&metadataPrefix=oai_dc&from=2024-05-06T08:00:00Z&until=2024-05-06T08:00:00Z")
                        .select("record"))
                .as("both ends belong to it")
                .hasSize(1);
    }

    @Test
    void aTokenKeepsWhatWasSelected() {
        Element first = ask("verb=ListRecords&metadataPrefix=oai_dc&set=kind:tongzhi&from=2024-05-02");
        Element second = ask("verb=ListRecords&resumptionToken="
                + first.select("resumptionToken").text());
        assertThat(second.select("header > datestamp").eachText())
                .containsExactly("2024-05-05T08:00:00Z", "2024-05-06T08:00:00Z", "2024-05-07T08:00:00Z");
        assertThat(second.select("resumptionToken").text()).isEmpty();
        assertThat(second.select("resumptionToken").attr("completeListSize")).isEqualTo("6");
    }

    @Test
    void whatIsGoneIsDeletedWithoutAnythingButItsNameAndMoment() {
        Element gone = ask("verb=GetRecord&metadataPrefix=gongbao&identifier=" + BASE + "/id/doc/" + uid(GONE));
        assertThat(gone.select("header").attr("status")).isEqualTo("deleted");
        assertThat(gone.select("metadata, setSpec")).isEmpty();
        Element going = ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + BASE + "/id/doc/" + uid(GOING));
        assertThat(going.select("header").attr("status")).isEqualTo("deleted");
        assertThat(going.select("metadata, setSpec")).isEmpty();
        assertThat(ask("verb=ListIdentifiers&metadataPrefix=oai_dc&set=agency:990100-finance")
                        .select("header[status=deleted]"))
                .as("who has it is told in every set")
                .hasSize(1);
    }

    @Test
    void aRecordIsDublinCoreOrOurOwnWithEveryCharacterThatXmlHas() {
        Element dc = ask("verb=GetRecord&metadataPrefix=oai_dc&identifier=" + BASE + "/id/doc/" + uid(1));
        assertThat(dc.select("header > setSpec").eachText())
                .containsExactly("kind:tongzhi", "agency:990100-finance", GAZETTE);
        assertThat(dc.select("metadata > oai_dc|dc > dc|title").first().text()).isEqualTo("第1号通知<&\uFFFD>");
        assertThat(dc.select("dc|title[xml:lang=zh-Latn]").text()).startsWith("Dì 1 hào tōngzhī");
        assertThat(dc.select("dc|identifier").first().text()).isEqualTo(BASE + "/id/doc/" + uid(1));
        assertThat(dc.select("dc|date").text()).isEqualTo("2024-05-01");
        Element own = ask("verb=GetRecord&metadataPrefix=gongbao&identifier=" + BASE + "/id/doc/" + uid(1));
        assertThat(own.select("metadata > document").attr("xmlns")).isEqualTo(BASE + "/schema/record/1");
        assertThat(own.select("metadata > document > text").text()).isEqualTo("正文");
    }
}

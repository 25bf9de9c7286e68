package org.gongbao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.TreeSet;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.gongbao.SampleProgram.Shared;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** Harvesting of the samples. */
@ExtendWith(SampleProgram.class)
@Timeout(600)
class OaiTest {

    private static final String RECORDS = "/oai?verb=ListRecords&metadataPrefix=";

    private final Shared shared;
    private final RunningProgram program;

    OaiTest(Shared shared) {
        this.shared = shared;
        this.program = shared.program();
    }

    private Document xml(String path) {
        HttpResponse<byte[]> answer = program.ask(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/xml");
        return Jsoup.parse(new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    @Test
    void everyPublishedSampleIsARecordUnderAnIdentifierThatAnswers() {
        TreeSet<String> expected = new TreeSet<>();
        shared.published().forEach(outcome -> expected.add(RunningProgram.BASE + "/id/doc/" + outcome.uid()));
        Document list = xml(RECORDS + "oai_dc");
        assertThat(list.select("header:not([status]) > identifier").eachText()).containsAll(expected);
        String identifier = list.select("header > identifier").get(0).text();
        assertThat(program.ask(URI.create(identifier).getPath()).statusCode()).isEqualTo(303);
        assertThat(list.select("dc|title")).isNotEmpty();
    }

    @Test
    void everySetThatARecordNamesIsListedAndFindsIt() {
        Document sets = xml("/oai?verb=ListSets");
        for (String set : sets.select("setSpec").eachText()) {
            Document inSet = xml("/oai?verb=ListIdentifiers&metadataPrefix=oai_dc&set=" + set);
            assertThat(inSet.select("header").eachText()).isNotEmpty();
            assertThat(inSet.select("header:not([status])").stream()
                            .allMatch(header ->
                                    header.select("setSpec").eachText().contains(set)))
                    .as(set)
                    .isTrue();
        }
        assertThat(sets.select("setSpec").eachText()).anyMatch(set -> set.startsWith("gazette:"));
        assertThat(sets.select("setSpec").eachText())
                .containsAll(xml(RECORDS + "oai_dc").select("header > setSpec").eachText());
    }

    @Test
    void everyRecordOfOurOwnFormatIsAsTheServedSchemaSays() throws Exception {
        String xsd = program.text("/schema/record/1.xsd");
        assertThat(program.text("/schema/record/1")).isEqualTo(xsd);
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new StreamSource(new StringReader(xsd)));
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        org.w3c.dom.Document list = factory.newDocumentBuilder()
                .parse(new InputSource(new StringReader(program.text(RECORDS + "gongbao"))));
        NodeList documents = list.getElementsByTagNameNS(RunningProgram.BASE + "/schema/record/1", "document");
        assertThat(documents.getLength()).isGreaterThanOrEqualTo(10);
        for (int i = 0; i < documents.getLength(); i++) {
            schema.newValidator().validate(new DOMSource(documents.item(i)));
        }
    }

    @Test
    void aFormAsksTheSameAndAnErrorTravelsUnder200() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(program.address("/oai"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("verb=Identify"))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("<baseURL>" + RunningProgram.BASE + "/oai</baseURL>");
        assertThat(xml("/oai?verb=Nothing").select("error").attr("code")).isEqualTo("badVerb");
        assertThat(xml("/oai").select("error").attr("code")).isEqualTo("badVerb");
    }
}

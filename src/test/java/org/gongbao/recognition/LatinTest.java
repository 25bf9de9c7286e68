package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Line;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Documents in English and Portuguese, of places that do not exist. */
class LatinTest {

    private static final String[] ACT = {
        "BODY",
        "CHAPTER 7",
        "\\THE HARBOURS AND FERRIES ACT",
        "ARRANGEMENT OF SECTIONS",
        "1. Short title.",
        "This Act may be cited as the Harbours Act and shall come into force on the day that the Minister appoints.",
        "2. In this Act, unless the context otherwise requires, a ferry is any vessel that carries people for money."
    };

    @Test
    void anActInEnglishHasItsTitleAndNothingOfAChineseDocument() {
        DocumentRecord record = Yunzhou.recognise(ACT);
        assertThat(record.language()).isEqualTo("en");
        assertThat(record.title()).isEqualTo("THE HARBOURS AND FERRIES ACT");
        assertThat(record.text()).contains("vessel that carries people");
        assertThat(record.documentNumber()).isNull();
        assertThat(record.documentKind()).isNull();
        assertThat(record.instrumentForm()).isNull();
        assertThat(record.validity()).isNull();
        assertThat(record.issuers()).isEmpty();
        assertThat(record.addressees()).isEmpty();
        assertThat(record.sections()).isEmpty();
        assertThat(record.tasks()).isEmpty();
        assertThat(record.citations()).isEmpty();
        assertThat(record.issuedOn()).isNull();
        assertThat(record.text()
                        .substring(
                                record.claims().get("title").get(0).start(),
                                record.claims().get("title").get(0).end()))
                .isEqualTo(record.title());
    }

    @Test
    void aDecreeInPortugueseIsDatedByItsTitle() {
        DocumentRecord record = Yunzhou.recognise(
                "DECRETO Nº 12 DE 3 DE MARÇO DE",
                "2021",
                "O Prefeito do Município de Porto Alto, no uso de suas atribuições legais, decreta:",
                "Art. 1º Fica transferido o feriado municipal para o dia 5 de abril de 2021.",
                "Art. 2º Este decreto entra em vigor na data de sua publicação.");
        assertThat(record.language()).isEqualTo("pt");
        assertThat(record.title()).isEqualTo("DECRETO Nº 12 DE 3 DE MARÇO DE 2021");
        assertThat(record.issuedOn()).isEqualTo(LocalDate.of(2021, 3, 3));
        assertThat(record.sections()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Dated this 12th day of December, 2024|2024-12-12",
                "Thursday, August 6, 2020|2020-08-06",
                "Porto Alto, 16 de setembro de 2020.|2020-09-16",
                "The fee was set on 12 December 2024 by the council.|",
                "Effective December 10, 2024.|",
                "Date: 12 December 2024|2024-12-12",
                "Given on 31 June 2024|"
            })
    void aDateIsTheDocumentsOnlyAloneOnItsLine(String line, LocalDate expected) {
        DocumentRecord record = Yunzhou.recognise(
                "NOTICE OF THE CLOSING OF THE OLD BRIDGE",
                "The old bridge is closed to all traffic, and the ferry carries people in its place until further notice.",
                line);
        assertThat(record.title()).isEqualTo("NOTICE OF THE CLOSING OF THE OLD BRIDGE");
        assertThat(record.issuedOn()).isEqualTo(expected);
    }

    @Test
    void twoDifferentDatesAloneOnTheirLinesLeaveItOpen() {
        DocumentRecord record = Yunzhou.recognise(
                "NOTICE OF THE CLOSING OF THE OLD BRIDGE",
                "1 May 2024",
                "The old bridge is closed to all traffic, and the ferry carries people in its place.",
                "2 May 2024");
        assertThat(record.issuedOn()).isNull();
    }

    @Test
    void theLargestLinesOfAPrintedReportAreItsTitle() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(line("Office of Records of Porto Alto", 11));
        blocks.add(line("Handbook of the Gazette", 24));
        blocks.add(line("Second Edition", 20));
        blocks.add(line("Prepared by the clerk of the council", 12));
        for (int i = 0; i < 5; i++) {
            blocks.add(
                    line("This handbook is for the people that are to set and to print the gazette of the town.", 10));
        }
        assertThat(Yunzhou.recognise(blocks, null).title()).isEqualTo("Handbook of the Gazette Second Edition");
    }

    @Test
    void aSentenceIsNoTitle() {
        assertThat(Yunzhou.recognise("This is a short document that was made in order to test the reading of it.")
                        .title())
                .isNull();
    }

    @Test
    void aPageInEnglishIsCalledAsItCallsItself() {
        ExtractedText page = ExtractedText.unpaged(
                "text/html",
                "UTF-8",
                Yunzhou.paragraphs("The council of the town has met and this is what was said in the hall of it."),
                Map.of("title", "Meeting in March"),
                List.of());
        assertThat(Yunzhou.recogniser().recognise(Yunzhou.source(), page, null).title())
                .isEqualTo("Meeting in March");
    }

    @Test
    void aMarkThatHoldsBackIsSeenInAnyLanguage() {
        DocumentRecord record = Yunzhou.recognise(
                "公开方式：依申请公开",
                "NOTICE OF THE CLOSING OF THE OLD BRIDGE",
                "The old bridge is closed to all traffic, and the ferry carries people in its place until the works are done.");
        assertThat(record.language()).isEqualTo("en");
        assertThat(record.disclosure().mode()).isEqualTo("依申请公开");
    }

    private static Paragraph line(String text, double size) {
        return new Paragraph(
                List.of(new Line(text, 1, null, 1)),
                new Paragraph.Style(Paragraph.Align.UNKNOWN, 0, size, false, false));
    }
}

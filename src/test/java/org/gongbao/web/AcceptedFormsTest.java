package org.gongbao.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.MediaType;

class AcceptedFormsTest {

    private static final List<String> OFFERS =
            List.of("text/html", "application/json", "application/ld+json", "text/turtle", "application/pdf");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                                                              | text/html",
                "*/*                                                               | text/html",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8    | text/html",
                "application/json                                                  | application/json",
                "text/html;q=0.5, text/turtle                                      | text/turtle",
                "text/*;q=0.3, text/turtle;q=0.2, application/pdf;q=0.1            | text/html",
                "application/ld+json;profile=\"http://www.w3.org/ns/json-ld#compacted\" | application/ld+json",
                "text/html;q=0, */*;q=0.1                                          | application/json",
                "image/png                                                         | none",
                "text/html;q=0                                                     | none",
                "not a media type                                                  | text/html",
            })
    void theOfferWithTheHighestQualityWins(String header, String expected) {
        assertThat(AcceptedForms.of(header)
                        .best(OFFERS, offer -> List.of(MediaType.parseMediaType(offer)))
                        .orElse(null))
                .isEqualTo(expected);
    }
}

package org.gongbao.web.site;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The forms of search results, by suffix or by {@code Accept}. */
enum SearchForm {
    HTML("text/html", "application/xhtml+xml"),
    JSON("application/json"),
    ATOM("application/atom+xml"),
    JSONFEED("application/feed+json"),
    CSV("text/csv");

    private final List<MediaType> types;

    SearchForm(String... types) {
        this.types = Arrays.stream(types).map(MediaType::parseMediaType).toList();
    }

    static Optional<SearchForm> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(form -> form.name().toLowerCase(java.util.Locale.ROOT).equals(suffix))
                .findFirst();
    }

    List<MediaType> types() {
        return types;
    }
}

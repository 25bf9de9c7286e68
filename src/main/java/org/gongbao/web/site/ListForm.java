package org.gongbao.web.site;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.http.MediaType;

/** The forms of lists, by suffix or by {@code Accept}; a calendar is one of what has days. */
enum ListForm {
    HTML("text/html", "application/xhtml+xml"),
    JSON("application/json"),
    CSV("text/csv"),
    ICS("text/calendar");

    private final List<MediaType> types;

    ListForm(String... types) {
        this.types = Arrays.stream(types).map(MediaType::parseMediaType).toList();
    }

    static Optional<ListForm> ofSuffix(String suffix) {
        return Arrays.stream(values())
                .filter(form -> form.suffix().equals(suffix))
                .findFirst();
    }

    String suffix() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<MediaType> types() {
        return types;
    }
}

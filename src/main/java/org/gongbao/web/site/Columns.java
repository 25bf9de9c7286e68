package org.gongbao.web.site;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.gongbao.recognition.ProfileFiles;
import org.gongbao.system.GongbaoSettings;
import org.gongbao.web.SiteIdentity;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The topic columns (专题) that editors keep in {@code ingest/columns}, read once at the start. */
@Component("columns")
class Columns {

    private final List<Column> columns;
    private final SiteIdentity identity;
    private final Clock clock;

    Columns(GongbaoSettings settings, SiteIdentity identity, Clock clock) {
        this.columns = ProfileFiles.texts("columns", settings.profiles()).entrySet().stream()
                .map(file -> ColumnReader.read(file.getKey(), file.getValue()))
                .toList();
        this.identity = identity;
        this.clock = clock;
    }

    public List<Column> all() {
        return columns;
    }

    Optional<Column> find(String name) {
        return columns.stream().filter(column -> column.name().equals(name)).findFirst();
    }

    /** The title in the reader's language. */
    public String title(Column column) {
        return column.title().in(LocaleContextHolder.getLocale());
    }

    public String introduction(Column column) {
        return column.introduction().in(LocaleContextHolder.getLocale());
    }

    /** The search as it is meant today. */
    SearchQuery query(Column column) {
        SearchQuery saved = column.query();
        return column.isOfToday()
                ? new SearchQuery(
                        saved.text(),
                        saved.filters(),
                        LocalDate.now(clock.withZone(identity.zone())),
                        saved.sort(),
                        saved.page())
                : saved;
    }
}

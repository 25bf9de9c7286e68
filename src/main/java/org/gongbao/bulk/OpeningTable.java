package org.gongbao.bulk;

import java.io.IOException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The list of open data (开放清单): who provides what on which terms, how often, when last, and whether in time. A document is in
 * time within 20 working days of its date (政府信息公开条例 art. 26); counted are Mondays to Fridays by the time of Beijing, without
 * holidays, so that the same documents give the same list whatever a calendar says.
 */
final class OpeningTable implements LineTable {

    private static final int WORKING_DAYS = 20;
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);

    private final Map<Key, Opened> opened =
            new TreeMap<>(Comparator.comparing(Key::provider).thenComparing(Key::terms));

    private record Key(String provider, String terms) {}

    private static final class Opened {
        int documents;
        int onTime;
        int late;
        String lastUpdate = "";
    }

    @Override
    public String name() {
        return "opening-list";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("provider", "提供方", "provider"),
                Column.text("openAttribute", "开放属性", "terms: open or conditional"),
                Column.integer("documents", "文件数", "documents"),
                Column.text("cycle", "更新周期", "cycle: with every publication"),
                Column.time("lastUpdate", "最近更新", "last update"),
                Column.integer("onTime", "20个工作日内发布", "published within 20 working days"),
                Column.integer("late", "超过20个工作日发布", "published later"),
                Column.integer("undated", "无成文日期", "without a date of issue"));
    }

    @Override
    public List<String> key() {
        return List.of("provider", "openAttribute");
    }

    @Override
    public void add(JsonNode line, Rows rows) {
        JsonNode record = line.path("record");
        Instant released = Instant.parse(line.path("releasedAt").asString());
        @Nullable String day = LineTable.text(record.path("issuedOn"));
        for (JsonNode issuer : record.path("issuers")) {
            Opened each = opened.computeIfAbsent(
                    new Key(issuer.asString(), line.path("terms").asString()), key -> new Opened());
            each.documents++;
            String update = line.path("versionAt").asString();
            each.lastUpdate = update.compareTo(each.lastUpdate) > 0 ? update : each.lastUpdate;
            if (day != null
                    && isOnTime(LocalDate.parse(day), released.atOffset(BEIJING).toLocalDate())) {
                each.onTime++;
            } else if (day != null) {
                each.late++;
            }
        }
    }

    private static boolean isOnTime(LocalDate issued, LocalDate released) {
        LocalDate day = issued;
        for (int worked = 0; worked < WORKING_DAYS; ) {
            day = day.plusDays(1);
            worked += day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) < 0 ? 1 : 0;
        }
        return !released.isAfter(day);
    }

    @Override
    public void end(Rows rows) throws IOException {
        for (Map.Entry<Key, Opened> each : opened.entrySet()) {
            Opened value = each.getValue();
            rows.row(
                    each.getKey().provider(),
                    each.getKey().terms(),
                    value.documents,
                    "continuous",
                    value.lastUpdate,
                    value.onTime,
                    value.late,
                    value.documents - value.onTime - value.late);
        }
    }
}

package org.gongbao.recognition;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.record.ChineseDate;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a source's own interface said of a file ({@code FILE.meta.json}, 来源元数据). It ranks below the document's own words:
 * it fills what the text leaves open, and a disagreement is a finding. Dates are in China's time.
 */
final class Sidecar {

    /** No sidecar. */
    static final Sidecar NONE = new Sidecar(Map.of(), List.of());

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter WITHOUT_COLON = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

    private final Map<String, Entry> values;
    private final List<Finding> findings;

    private Sidecar(Map<String, Entry> values, List<Finding> findings) {
        this.values = values;
        this.findings = findings;
    }

    /** A value with the key and the characters it was read from. */
    record Entry(String key, String value, String raw, String rule) {}

    static Sidecar read(@Nullable String json, Profiles profiles) {
        if (json == null || json.isBlank()) {
            return NONE;
        }
        try {
            JsonNode tree = JsonMapper.builder().build().readTree(json);
            return new Sidecar(values(tree, profiles), List.of());
        } catch (JacksonException e) {
            Finding finding = Finding.warning(
                    "sidecar.unreadable",
                    "the metadata file is not JSON (" + e.getOriginalMessage() + "), expected an object");
            return new Sidecar(Map.of(), List.of(finding));
        }
    }

    private static Map<String, Entry> values(JsonNode tree, Profiles profiles) {
        Map<String, Entry> values = new LinkedHashMap<>();
        for (List<String> row : profiles.sidecar().rows()) {
            JsonNode node = tree.get(row.get(0));
            if (node == null || !node.isValueNode() || node.isNull() || values.containsKey(row.get(1))) {
                continue;
            }
            String raw = node.asString();
            String rule = row.size() > 3 ? row.get(3) : "sidecar." + row.get(0) + "/1";
            clean(raw, row.get(2)).ifPresent(value -> values.put(row.get(1), new Entry(row.get(0), value, raw, rule)));
        }
        return values;
    }

    private static Optional<String> clean(String raw, String format) {
        String value = Blanks.strip(raw.replaceAll("<br\\s*/?>", "").replaceAll("[\\u200b-\\u200d\\ufeff]", ""));
        if (value.isEmpty() || value.matches("无|-+|null|/")) {
            return Optional.empty();
        }
        return format.equals("text") ? Optional.of(value) : date(value, format).map(LocalDate::toString);
    }

    private static Optional<LocalDate> date(String value, String format) {
        try {
            return switch (format) {
                case "millis" ->
                    Optional.of(Instant.ofEpochMilli(Long.parseLong(value))
                            .atZone(CHINA)
                            .toLocalDate());
                case "instant" -> Optional.of(instant(value));
                default -> ChineseDate.first(value).map(ChineseDate::date);
            };
        } catch (DateTimeException | NumberFormatException e) {
            return ChineseDate.first(value).map(ChineseDate::date);
        }
    }

    private static LocalDate instant(String value) {
        OffsetDateTime time = value.matches(".*[+-]\\d{4}$")
                ? OffsetDateTime.parse(value, WITHOUT_COLON)
                : OffsetDateTime.parse(value);
        return time.atZoneSameInstant(CHINA).toLocalDate();
    }

    List<Finding> findings() {
        return new ArrayList<>(findings);
    }

    Optional<Seen> value(String field) {
        Entry entry = values.get(field);
        return entry == null
                ? Optional.empty()
                : Optional.of(Seen.outside(entry.value(), entry.raw(), entry.rule(), 0.7));
    }
}

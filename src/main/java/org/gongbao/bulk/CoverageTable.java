package org.gongbao.bulk;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What of each series and year is here (覆盖情况), and how it was read. Documents of no series stand under an empty one, and what
 * has no year under none.
 */
final class CoverageTable implements LineTable {

    private final Map<Place, Cover> covers = new TreeMap<>(
            Comparator.comparing(Place::series).thenComparing(Place::year, Comparator.nullsFirst(Integer::compare)));

    private record Place(String series, @Nullable Integer year) {}

    private static final class Cover {
        int documents;
        int byOcr;
        long claims;
        /** In millionths, so that the order of addition is without effect. */
        long confidence;

        final TreeSet<Integer> issues = new TreeSet<>();

        @Nullable
        BigDecimal mean() {
            return claims == 0
                    ? null
                    : BigDecimal.valueOf(confidence, 6).divide(BigDecimal.valueOf(claims), 4, RoundingMode.HALF_UP);
        }

        /** Numbers between 1 and the last issue that is here. */
        String gaps() {
            return issues.isEmpty()
                    ? ""
                    : IntStream.range(1, issues.last())
                            .filter(issue -> !issues.contains(issue))
                            .mapToObj(Integer::toString)
                            .collect(Collectors.joining(Column.SEPARATOR));
        }
    }

    @Override
    public String name() {
        return "coverage";
    }

    @Override
    public List<Column> columns() {
        return List.of(
                Column.text("series", "刊名（不在公报中的为空）", "series; empty for what is in no gazette"),
                Column.integer("year", "年份", "year"),
                Column.integer("published", "已发布文件数", "documents published"),
                Column.integer("byOcr", "其中经光学识别", "of these read by optical recognition"),
                Column.decimal("meanConfidence", "字段平均置信度", "mean confidence of fields"),
                Column.texts("gaps", "缺期（第1期至最后一期之间）", "issues missing between the first number and the last"));
    }

    @Override
    public void add(JsonNode line, Rows rows) {
        JsonNode record = line.path("record");
        JsonNode gazette = record.path("gazette");
        Cover cover = covers.computeIfAbsent(
                new Place(gazette.path("series").asString(""), DocumentYear.of(record)), place -> new Cover());
        cover.documents++;
        cover.byOcr += record.path("source").path("recognisedByOcr").asBoolean(false) ? 1 : 0;
        if (gazette.path("issue").isNumber()) {
            cover.issues.add(gazette.path("issue").asInt());
        }
        for (JsonNode claims : record.path("claims")) {
            for (JsonNode claim : claims) {
                cover.claims++;
                cover.confidence += Math.round(claim.path("confidence").asDouble() * 1_000_000);
            }
        }
    }

    @Override
    public void end(Rows rows) throws IOException {
        for (Map.Entry<Place, Cover> each : covers.entrySet()) {
            Cover cover = each.getValue();
            rows.row(
                    each.getKey().series(),
                    each.getKey().year(),
                    cover.documents,
                    cover.byOcr,
                    cover.mean(),
                    cover.gaps());
        }
    }
}

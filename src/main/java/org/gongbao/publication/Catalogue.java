package org.gongbao.publication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/**
 * The legal directory (政府信息公开目录: 索引、名称、内容概述、生成日期; 政府信息公开条例 art. 12) as it was at the end of any day in the office's
 * zone: what was public then, in the version that was public then. It comes from the register, and so from the log.
 *
 * <p>What was public then and is so no more, or was corrected for privacy since, is told with its identifier alone, and only where
 * nothing is asked that would tell more.
 */
public final class Catalogue {

    static final String AGENCY = "agency";
    static final String NAME = "name";
    static final String THEME = "theme";

    /** Without what may follow a whole second, so that as text it lies before every moment of that second. */
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

    private static final String FROM = " from catalogue_entry c join document d on d.uid = c.uid"
            + " where c.since < :end and (c.until is null or c.until >= :end)";

    private static final String READABLE = " and c.is_hidden = 0 and d.state = 'public'";

    private static final String OPEN =
            READABLE + " and c.terms in ('" + Terms.OPEN.code() + "', '" + Terms.CONDITIONAL.code() + "')";

    private static final String OF_AGENCY = " and exists (select 1 from catalogue_key k where k.uid = c.uid"
            + " and k.version = c.version and k.kind = 'agency' and (k.name = :agency or k.name in"
            + " (select a.name from catalogue_key n join catalogue_key a on a.uid = n.uid and a.version = n.version"
            + " and a.kind = 'agency' and a.label = n.label where n.kind = 'name' and n.name = :agency)))";

    private static final String OF_THEME = " and exists (select 1 from catalogue_key k where k.uid = c.uid"
            + " and k.version = c.version and k.kind = 'theme' and k.name = :theme)";

    private final Database database;
    private final Clock clock;
    private final ZoneId zone;

    Catalogue(Database database, Clock clock, ZoneId zone) {
        this.database = database;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What is asked for.
     *
     * @param day at whose end, null for now
     * @param agency identifier or any name of an issuer, null for all
     * @param isOpenOnly only what datasets may describe
     */
    public record Asked(
            @Nullable LocalDate day,
            @Nullable String agency,
            @Nullable String theme,
            boolean isOpenOnly) {}

    /** A place in the directory, which is ordered by when versions became public, the latest first. */
    public record Place(String since, Uid uid) {

        private static final Pattern FORM =
                Pattern.compile("(\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d{1,9})?Z)\\.([0-9a-z]{1,40})");

        /** @throws IllegalArgumentException where the text is no place */
        public static Place parse(String text) {
            Matcher form = FORM.matcher(text);
            if (!form.matches() || !Uid.isUid(form.group(2))) {
                throw new IllegalArgumentException("no place in the directory: " + text);
            }
            return new Place(form.group(1), new Uid(form.group(2)));
        }

        @Override
        public String toString() {
            return since + "." + uid;
        }
    }

    /**
     * An entry.
     *
     * @param isGone whether it is public no more, or not in this version; everything but the first three is empty then
     */
    public record Entry(
            Uid uid,
            int version,
            Instant since,
            boolean isGone,
            @Nullable String indexNumber,
            @Nullable String title,
            @Nullable String summary,
            @Nullable LocalDate generatedOn,
            List<String> issuers,
            List<String> themes,
            @Nullable String documentNumber,
            @Nullable String documentKind,
            @Nullable String disclosureMode,
            Terms terms,
            Place place) {}

    /** A value to filter by, what to call it, and the number of entries that have it. */
    public record Count(String value, String label, long entries) {}

    /** The true number of entries. */
    public long count(Asked asked) {
        return query("select count(*)" + FROM + filters(asked), asked)
                .query(Long.class)
                .single();
    }

    /** Entries behind a place, the latest first. */
    public List<Entry> list(Asked asked, @Nullable Place after, int most) {
        String behind = after == null ? "" : " and (c.since < :since or (c.since = :since and c.uid > :uid))";
        var query = query(
                "select c.*, d.state" + FROM + filters(asked) + behind + " order by c.since desc, c.uid limit :most",
                asked);
        if (after != null) {
            query = query.param("since", after.since()).param("uid", after.uid().value());
        }
        return query.param("most", most).query(Catalogue::entry).list();
    }

    /** Issuers of the entries asked for, those with most entries first. */
    public List<Count> agencies(Asked asked, int most) {
        return counts(AGENCY, asked, most);
    }

    /** Themes of the entries asked for. */
    public List<Count> themes(Asked asked, int most) {
        return counts(THEME, asked, most);
    }

    private List<Count> counts(String kind, Asked asked, int most) {
        String keys = FROM.replace(
                " where ",
                " join catalogue_key f on f.uid = c.uid and f.version = c.version and f.kind = :kind where ");
        return query(
                        "select f.name as name, max(f.label) as label, count(*) as entries" + keys + READABLE
                                + filters(asked) + " group by f.name order by count(*) desc, f.name limit :most",
                        asked)
                .param("kind", kind)
                .param("most", most)
                .query((row, number) ->
                        new Count(row.getString("name"), row.getString("label"), row.getLong("entries")))
                .list();
    }

    private static String filters(Asked asked) {
        boolean isFiltered = asked.agency() != null || asked.theme() != null;
        return (asked.isOpenOnly() ? OPEN : isFiltered ? READABLE : "")
                + (asked.agency() == null ? "" : OF_AGENCY)
                + (asked.theme() == null ? "" : OF_THEME);
    }

    private org.springframework.jdbc.core.simple.JdbcClient.StatementSpec query(String text, Asked asked) {
        var query = database.read().sql(text).param("end", end(asked.day()));
        if (asked.agency() != null) {
            query = query.param("agency", asked.agency());
        }
        return asked.theme() == null ? query : query.param("theme", asked.theme());
    }

    /** The first moment that is too late. */
    private String end(@Nullable LocalDate day) {
        LocalDate last = day == null ? LocalDate.now(clock.withZone(zone)) : day;
        return MOMENT.format(last.plusDays(1).atStartOfDay(zone));
    }

    private static Entry entry(ResultSet row, int number) throws SQLException {
        boolean isGone = row.getInt("is_hidden") == 1 || !row.getString("state").equals(Register.PUBLIC);
        Uid uid = new Uid(row.getString("uid"));
        @Nullable String generated = isGone ? null : row.getString("generated_on");
        return new Entry(
                uid,
                row.getInt("version"),
                Instant.parse(row.getString("since")),
                isGone,
                isGone ? null : row.getString("index_number"),
                isGone ? null : row.getString("title"),
                isGone ? null : row.getString("summary"),
                generated == null ? null : LocalDate.parse(generated),
                isGone ? List.of() : split(row.getString("issuers")),
                isGone ? List.of() : split(row.getString("themes")),
                isGone ? null : row.getString("document_number"),
                isGone ? null : row.getString("document_kind"),
                isGone ? null : row.getString("disclosure_mode"),
                terms(row.getString("terms")),
                new Place(row.getString("since"), uid));
    }

    private static List<String> split(@Nullable String values) {
        List<String> all = new ArrayList<>();
        if (values != null && !values.isEmpty()) {
            all.addAll(List.of(values.split(CatalogueEntries.SEPARATOR)));
        }
        return all;
    }

    private static Terms terms(String code) {
        return Arrays.stream(Terms.values())
                .filter(terms -> terms.code().equals(code))
                .findFirst()
                .orElse(Terms.PAGE);
    }
}

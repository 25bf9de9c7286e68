package org.gongbao.web.api;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import org.gongbao.publication.Uid;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/** What stands behind the question mark of an address of {@code /api/v1}. A name that is not known is refused, never passed over. */
final class ApiParameters {

    static final int MOST = 200;
    private static final int USUAL = 50;

    private static final Pattern LIMIT = Pattern.compile("[1-9]\\d{0,2}");

    /** {@code 2023-05-18}; a moment is {@code 2023-05-18T02:00:00Z}. */
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private final String path;
    private final List<String> known;
    private final List<String> fields;
    private final MultiValueMap<String, String> given;

    private ApiParameters(String path, List<String> known, List<String> fields, MultiValueMap<String, String> given) {
        this.path = path;
        this.known = known;
        this.fields = fields;
        this.given = given;
        given.keySet().stream()
                .filter(name -> !known.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.badRequest("unknown-parameter", name, String.join(", ", known));
                });
    }

    static ApiParameters of(ApiList list, MultiValueMap<String, String> given) {
        return new ApiParameters(list.path(), list.parameters(), list.fields(), given);
    }

    /** Of a single item: nothing but which of its fields are wanted. */
    static ApiParameters ofItem(ApiList list, MultiValueMap<String, String> given) {
        return new ApiParameters(list.path(), List.of("fields"), list.fields(), given);
    }

    /** All as they came, but without paging and fields. */
    MultiValueMap<String, String> filters() {
        MultiValueMap<String, String> filters = new LinkedMultiValueMap<>(given);
        ApiList.PAGING.forEach(filters::remove);
        return filters;
    }

    /** The only value; null where it is not asked. */
    @Nullable
    String one(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw Refusal.badRequest("repeated-parameter", name, values.size());
        }
        return values.isEmpty() || values.get(0).isBlank()
                ? null
                : values.get(0).strip();
    }

    @Nullable
    Uid uid(String name) {
        String value = one(name);
        if (value != null && !Uid.isUid(value)) {
            throw Refusal.badRequest("duties.document", value);
        }
        return value == null ? null : new Uid(value);
    }

    /** One of some words; null where it is not asked. */
    @Nullable
    String choice(String name, List<String> words) {
        String value = one(name);
        if (value != null && !words.contains(value)) {
            throw Refusal.badRequest("duties.choice", value, String.join(", ", words));
        }
        return value;
    }

    /** A moment, or a whole day in UTC of which it is the first or last second. */
    @Nullable
    Instant moment(String name, boolean isEnd) {
        String value = one(name);
        if (value == null) {
            return null;
        }
        try {
            if (!DAY.matcher(value).matches()) {
                return Instant.parse(value);
            }
            LocalDate day = LocalDate.parse(value);
            return Instant.parse(day + (isEnd ? "T23:59:59Z" : "T00:00:00Z"));
        } catch (DateTimeException e) {
            throw Refusal.badRequest("moment", value);
        }
    }

    int limit() {
        String value = one("limit");
        if (value == null) {
            return USUAL;
        }
        int limit = LIMIT.matcher(value).matches() ? Integer.parseInt(value) : 0;
        if (limit < 1 || limit > MOST) {
            throw Refusal.badRequest("limit", value, Integer.toString(MOST));
        }
        return limit;
    }

    @Nullable
    String cursor() {
        return one("cursor");
    }

    /** The wanted fields and the first one, which every item has; the usual ones where nothing is asked. */
    Set<String> fields(List<String> usual) {
        String value = one("fields");
        if (value == null) {
            return new LinkedHashSet<>(usual);
        }
        Set<String> wanted = new LinkedHashSet<>();
        wanted.add(fields.get(0));
        Arrays.stream(value.split(",", -1)).map(String::strip).forEach(name -> {
            if (!fields.contains(name)) {
                throw Refusal.badRequest("unknown-field", name, String.join(", ", fields));
            }
            wanted.add(name);
        });
        return wanted;
    }

    /** Of an item the fields that are wanted. */
    static Map<String, @Nullable Object> only(Set<String> fields, Map<String, @Nullable Object> item) {
        Map<String, @Nullable Object> some = new LinkedHashMap<>(item);
        some.keySet().retainAll(fields);
        return some;
    }

    /** The address of the part behind a cursor; null where nothing follows. */
    @Nullable
    String next(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        StringJoiner address = new StringJoiner("&", path + "?", "");
        for (String name : known) {
            if (!name.equals("cursor")) {
                given.getOrDefault(name, List.of()).stream()
                        .filter(value -> !value.isBlank())
                        .forEach(value -> address.add(name + "=" + encoded(value)));
            }
        }
        return address.add("cursor=" + encoded(cursor)).toString();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}

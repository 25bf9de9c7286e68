package org.gongbao.web.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.gongbao.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What stands in the address of a list, by name; what is blank is not asked. Equal lists have equal addresses. */
public record ListParameters(Map<String, List<String>> values) {

    private static final int LONGEST = 500;
    private static final int MOST = 20;

    /** Reads the parameters of these names; others are passed over. */
    static ListParameters of(MultiValueMap<String, String> given, List<String> names) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String name : names) {
            List<String> some = given.getOrDefault(name, List.of()).stream()
                    .map(String::strip)
                    .filter(value -> !value.isEmpty())
                    .distinct()
                    .toList();
            some.stream().filter(value -> value.length() > LONGEST).findFirst().ifPresent(value -> {
                throw Refusal.badRequest("query-length", value.length(), LONGEST);
            });
            if (some.size() > MOST) {
                throw Refusal.badRequest("filters", some.size(), MOST);
            }
            if (!some.isEmpty()) {
                values.put(name, some);
            }
        }
        return new ListParameters(values);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    @Nullable
    String first(String name) {
        return all(name).isEmpty() ? null : all(name).get(0);
    }

    @Nullable
    LocalDate day(String name) {
        String value = first(name);
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            throw Refusal.badRequest("date", String.valueOf(value));
        }
    }

    /** The same with other values of a name, in the order of names. */
    ListParameters with(String name, List<String> others) {
        Map<String, List<String>> changed = new LinkedHashMap<>(values);
        if (others.isEmpty()) {
            changed.remove(name);
        } else {
            changed.put(name, List.copyOf(others));
        }
        return new ListParameters(changed);
    }

    ListParameters plus(String name, String value) {
        List<String> more = new ArrayList<>(all(name));
        more.add(value);
        return with(name, more);
    }

    ListParameters minus(String name, String value) {
        return with(
                name, all(name).stream().filter(other -> !other.equals(value)).toList());
    }

    /** The address of the list under a path. */
    String address(String path) {
        StringJoiner address = new StringJoiner("&", path + "?", "");
        address.setEmptyValue(path);
        values.forEach((name, some) ->
                some.forEach(value -> address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8))));
        return address.toString();
    }
}

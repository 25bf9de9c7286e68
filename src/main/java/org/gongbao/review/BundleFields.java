package org.gongbao.review;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads fields of {@code submission.json}; everything that is wrong is noted with its pointer, and reading goes on. */
final class BundleFields {

    private final List<BundleProblem> problems;

    BundleFields(List<BundleProblem> problems) {
        this.problems = problems;
    }

    void problem(String pointer, String code, Object... arguments) {
        problems.add(BundleProblem.of(pointer, code, arguments));
    }

    /** The object there, or one without fields; fields that nobody knows are told. */
    @Nullable
    JsonNode object(@Nullable JsonNode node, String pointer, Set<String> known) {
        if (node == null) {
            problem(pointer, "missing");
            return null;
        }
        if (!node.isObject()) {
            problem(pointer, "type", "object");
            return null;
        }
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                problem(pointer + "/" + name.replace("~", "~0").replace("/", "~1"), "unknown", BundleNames.shown(name));
            }
        }
        return node;
    }

    /** Null where it is absent, or wrong and said so. */
    @Nullable
    String text(@Nullable JsonNode in, String pointer, String name, int longest, boolean required) {
        JsonNode node = in == null ? null : in.get(name);
        if (node == null || node.isNull()) {
            if (required && in != null) {
                problem(pointer + "/" + name, "missing");
            }
            return null;
        }
        if (!node.isString()) {
            problem(pointer + "/" + name, "type", "string");
            return null;
        }
        String text = node.asString().strip();
        if (text.isEmpty()) {
            problem(pointer + "/" + name, "blank");
            return null;
        }
        if (text.length() > longest) {
            problem(pointer + "/" + name, "too-long", text.length(), longest);
            return null;
        }
        return text;
    }

    <E extends Enum<E>> @Nullable E word(@Nullable JsonNode in, String pointer, String name, Class<E> type) {
        return word(in, pointer, name, Arrays.asList(Objects.requireNonNull(type.getEnumConstants())));
    }

    /** One of a few words: the names of constants in lower case with hyphens. */
    private <E extends Enum<E>> @Nullable E word(@Nullable JsonNode in, String pointer, String name, List<E> all) {
        String text = text(in, pointer, name, 100, true);
        if (text == null) {
            return null;
        }
        for (E each : all) {
            if (code(each).equals(text)) {
                return each;
            }
        }
        problem(
                pointer + "/" + name,
                "word",
                text,
                String.join(", ", all.stream().map(BundleFields::code).toList()));
        return null;
    }

    static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Nullable
    Integer integer(@Nullable JsonNode in, String pointer, String name) {
        JsonNode node = in == null ? null : in.get(name);
        if (node == null) {
            if (in != null) {
                problem(pointer + "/" + name, "missing");
            }
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            problem(pointer + "/" + name, "type", "integer");
            return null;
        }
        return node.asInt();
    }

    @Nullable
    Boolean flag(@Nullable JsonNode in, String pointer, String name) {
        JsonNode node = in == null ? null : in.get(name);
        if (node == null) {
            if (in != null) {
                problem(pointer + "/" + name, "missing");
            }
            return null;
        }
        if (!node.isBoolean()) {
            problem(pointer + "/" + name, "type", "boolean");
            return null;
        }
        return node.asBoolean();
    }

    @Nullable
    Instant instant(@Nullable JsonNode in, String pointer, String name) {
        String text = text(in, pointer, name, 40, false);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            problem(pointer + "/" + name, "instant", text);
            return null;
        }
    }
}

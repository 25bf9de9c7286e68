package org.gongbao.publication;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Box;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Severity;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/**
 * Reads the JSON of a record (文件记录) as {@link CanonicalJson} writes it.
 *
 * <p>Unknown keys are passed over, since later versions may add some; a missing list is empty, a missing value null.
 * What is written from a record reads back as an equal one.
 */
public final class RecordJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addModule(new SimpleModule()
                    .addDeserializer(Box.class, new BoxReader())
                    .addDeserializer(Severity.class, new SeverityReader()))
            .withConfigOverride(
                    List.class, type -> type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .withConfigOverride(Map.class, type -> type.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private RecordJson() {}

    /**
     * Reads a record from UTF-8 bytes.
     *
     * @throws IllegalArgumentException where they are not the JSON of a record; the message says where
     */
    public static DocumentRecord read(byte[] json) {
        try {
            return whole(MAPPER.readValue(json, DocumentRecord.class));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    /** Reads a record from a parsed tree, such as an element of a larger document. */
    public static DocumentRecord read(JsonNode json) {
        try {
            return whole(MAPPER.treeToValue(json, DocumentRecord.class));
        } catch (JacksonException e) {
            throw unreadable(e);
        }
    }

    @SuppressWarnings({"ConstantConditions", "NullAway"})
    private static DocumentRecord whole(DocumentRecord read) {
        if (read == null || read.source() == null) {
            throw new IllegalArgumentException("the JSON has no source, expected a record of " + DocumentRecord.SCHEMA);
        }
        DocumentRecord.Builder whole = read.toBuilder();
        if (read.disclosure() == null) {
            whole.disclosure(Disclosure.NONE);
        }
        if (read.text() == null) {
            whole.text("");
        }
        if (read.language() == null) {
            whole.language("zh-Hans");
        }
        if (read.normative() == null) {
            whole.normative("unknown");
        }
        return whole.build();
    }

    private static IllegalArgumentException unreadable(JacksonException cause) {
        return new IllegalArgumentException(
                "not the JSON of a record of " + DocumentRecord.SCHEMA + ": " + cause.getOriginalMessage(), cause);
    }

    /** {@code [x, y, width, height]}. */
    private static final class BoxReader extends ValueDeserializer<Box> {
        @Override
        public Box deserialize(JsonParser parser, DeserializationContext context) {
            double[] edges = context.readValue(parser, double[].class);
            if (edges.length != 4) {
                context.reportInputMismatch(Box.class, "a box has %d numbers, expected 4", edges.length);
            }
            return new Box(edges[0], edges[1], edges[2], edges[3]);
        }
    }

    /** {@code info}, {@code warning}, {@code error}. */
    private static final class SeverityReader extends ValueDeserializer<Severity> {
        @Override
        public Severity deserialize(JsonParser parser, DeserializationContext context) {
            try {
                return Severity.of(parser.getString());
            } catch (IllegalArgumentException e) {
                return context.reportInputMismatch(
                        Severity.class, "severity is %s, expected info, warning or error", parser.getString());
            }
        }
    }
}

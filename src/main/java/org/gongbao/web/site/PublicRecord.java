package org.gongbao.web.site;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.record.DocumentRecord;
import org.jspecify.annotations.Nullable;

/** A published document as plain values for JSON and XML: the keys of its public record, and who and which it is. */
public final class PublicRecord {

    private PublicRecord() {}

    /** The values by name, in the order of the record contract. */
    public static Map<String, @Nullable Object> of(PublishedDocument document, String base) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("id", "/id/doc/" + document.uid());
        values.put("uri", base + "/id/doc/" + document.uid());
        values.put("uid", document.uid().value());
        values.put("eliUri", document.byNumber() == null ? null : base + document.byNumber());
        values.put("version", document.version());
        values.put("releasedAt", document.releasedAt());
        values.put("versionAt", document.versionAt());
        values.putAll(components(document.record()));
        values.put(
                "relations",
                document.relations().stream().map(PublicRecord::relation).toList());
        return values;
    }

    /** The components of a record by name, in their order. */
    static Map<String, @Nullable Object> components(Record item) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (RecordComponent component : item.getClass().getRecordComponents()) {
            try {
                values.put(component.getName(), component.getAccessor().invoke(item));
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(
                        "component " + component.getName() + " of " + DocumentRecord.class + " cannot be read", e);
            }
        }
        return values;
    }

    static Map<String, @Nullable Object> relation(Relation relation) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("kind", relation.kind());
        values.put("outgoing", relation.outgoing());
        values.put("other", relation.other() == null ? null : "/id/doc/" + relation.other());
        values.put("cited", relation.stub() == null ? null : "/cited/" + relation.stub());
        values.put("title", relation.title());
        values.put("documentNumber", relation.documentNumber());
        values.put("quote", relation.quote());
        values.put("effectiveOn", relation.effectiveOn());
        return values;
    }

    /** Values that are lists where there are none, for those who only want what is there. */
    static boolean isEmpty(@Nullable Object value) {
        return value == null
                || value instanceof List<?> list && list.isEmpty()
                || value instanceof Map<?, ?> map && map.isEmpty();
    }
}

package org.gongbao.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Box;
import org.gongbao.record.Claim;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.PersonalDatum;
import org.gongbao.record.Source;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class PublicKeysGateTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Test
    void everyKeyOfARecordIsInTheListOnPurpose() {
        ObjectNode record = filled(DocumentRecord.class);
        record.remove("personalData");
        record.set("claims", JSON.createObjectNode());
        assertThat(PublicKeysGate.unknown(record)).isEmpty();
        assertThat(record.size()).isGreaterThan(30);
    }

    /** An object with all keys that a type gives, and one element in each list. */
    private static ObjectNode filled(Class<?> type) {
        ObjectNode node = JSON.createObjectNode();
        for (RecordComponent component : type.getRecordComponents()) {
            Class<?> held = component.getType();
            if (component.getGenericType() instanceof ParameterizedType generic
                    && generic.getActualTypeArguments()[0] instanceof Class<?> element) {
                held = element;
            }
            boolean isNested = held.isRecord() && held != DocumentRecord.class && held != type && held != Box.class;
            node.set(component.getName(), isNested ? filled(held) : JSON.nullNode());
        }
        return node;
    }

    @Test
    void claimsOfPartsOfFieldsAreKnown() {
        assertThat(PublicKeysGate.unknown(JSON.readTree("{\"claims\":{\"disclosure.mode\":[{\"value\":\"主动公开\"}]}}")))
                .isEmpty();
    }

    @Test
    void whatIsNotInTheListIsHeldWhereverItStands() {
        assertThat(PublicKeysGate.unknown(JSON.readTree("""
                {"title":"通知","editor":"p-7","source":{"name":"document.pdf","original":"a.docx"},
                 "claims":{"title":[{"value":"通知","person":"李馆员"}],"remark":[]},
                 "sections":[{"label":null,"children":[{"note":"内部"}]}],
                 "items":[{"title":"通知","digest":"00"}],"personalData":[{"kind":"name"}]}
                """)))
                .containsExactlyInAnyOrder(
                        "editor",
                        "source.original",
                        "claims.title.person",
                        "claims.remark",
                        "sections.children.note",
                        "items.digest",
                        "personalData.kind");
    }

    @Test
    void aClaimForAFieldThatNoRecordHasIsHeld() {
        DocumentRecord record = DocumentRecord.builder(new Source("a", "00", "text/plain", 1, null, null, false))
                .claim("editor", new Claim("李馆员", "李馆员", null, null, null, null, "person/1", 1, false))
                .personalData(List.of(new PersonalDatum("name", 0, 2, 1, "review")))
                .build();

        assertThat(new PublicKeysGate().obstacles(record, new PackageContent(record, Map.of())))
                .containsExactly("the record has the key claims.editor, which is not among those that may be public");
    }
}

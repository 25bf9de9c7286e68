package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.TreeSet;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Binds {@code ontology/record.schema.json} to the record and to what recognition writes. */
class RecordSchemaTest {

    private static final Path FILE = Path.of("ontology/record.schema.json");

    @Test
    void itsPropertiesAreTheKeysOfTheRecord() throws IOException {
        var properties = JsonMapper.builder()
                .build()
                .readTree(Files.readString(FILE))
                .get("properties")
                .propertyNames();
        assertThat(new TreeSet<>(properties))
                .containsExactlyElementsOf(new TreeSet<>(Arrays.stream(DocumentRecord.class.getRecordComponents())
                        .map(component -> component.getName())
                        .toList()));
    }

    @Test
    void recordsValidateWholeDamagedAndRefused() throws IOException {
        assertThat(errors(Yunzhou.recognise(Yunzhou.notice()))).isEmpty();
        assertThat(errors(Yunzhou.recognise(DamagedPlanTest.lines()))).isEmpty();
        assertThat(errors(Recognition.unreadable(Yunzhou.source(), Finding.error("file.empty", "an empty file came"))))
                .isEmpty();
    }

    @Test
    void aRecordWithAKindOutsideTheFifteenIsRefused() throws IOException {
        DocumentRecord wrong = Yunzhou.recognise(Yunzhou.notice()).toBuilder()
                .documentKind("条例")
                .build();
        assertThat(errors(wrong)).isNotEmpty();
    }

    private static String errors(DocumentRecord record) throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FILE), InputFormat.JSON);
        return schema.validate(CanonicalJson.write(record), InputFormat.JSON).stream()
                .map(Object::toString)
                .reduce("", (a, b) -> a + b + "\n");
    }
}

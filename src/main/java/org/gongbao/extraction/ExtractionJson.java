package org.gongbao.extraction;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.gongbao.record.Box;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.Finding;
import org.gongbao.record.TextCorrection;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which extractions travel from workers and lie in storage: canonical JSON, each block with its {@code kind},
 * {@code paragraph} or {@code grid}. Reading gives back an equal value.
 */
public final class ExtractionJson {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .addMixIn(Block.class, KindOfBlock.class)
            .addMixIn(Box.class, ArrayOfFour.class)
            .enable(EnumFeature.READ_ENUMS_USING_TO_STRING)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private ExtractionJson() {}

    /** The extraction in UTF-8. */
    public static byte[] write(ExtractedText text) {
        return CanonicalJson.bytes(form(text));
    }

    /**
     * Reads the {@code extraction} of a result of the worker task {@code record}.
     *
     * @throws IllegalArgumentException when the file holds none
     */
    public static ExtractedText readFrom(Path result) throws IOException {
        try (InputStream in = Files.newInputStream(result)) {
            Result read = MAPPER.readValue(in, Result.class);
            if (read.extraction() == null) {
                throw new IllegalArgumentException("no extraction in " + result);
            }
            return read.extraction();
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an extraction as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** What is wanted of a result; the record beside it is passed over. */
    private record Result(@Nullable ExtractedText extraction) {}

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException when the bytes are no extraction
     */
    public static ExtractedText read(byte[] json) {
        try {
            return MAPPER.readValue(json, ExtractedText.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not an extraction as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads corrections of text as {@link CanonicalJson} writes a list of them.
     *
     * @throws IllegalArgumentException when the text is no such list
     */
    public static List<TextCorrection> corrections(String json) {
        try {
            return List.of(MAPPER.readValue(json, TextCorrection[].class));
        } catch (JacksonException e) {
            throw new IllegalArgumentException("not corrections as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /** Reads what was recognised of a page, as {@link CanonicalJson} wrote it. */
    static PageRecogniser.Recognised recognised(byte[] json) {
        return MAPPER.readValue(json, PageRecogniser.Recognised.class);
    }

    private static TextForm form(ExtractedText text) {
        return new TextForm(
                text.mediaType(),
                text.charset(),
                text.pages(),
                text.blocks().stream().map(ExtractionJson::form).toList(),
                text.metadata(),
                text.parts().stream()
                        .map(part -> new PartForm(part.name(), form(part.text())))
                        .toList(),
                text.findings());
    }

    private static Record form(Block block) {
        if (block instanceof Paragraph paragraph) {
            return paragraph.path() == null
                    ? new ParagraphForm("paragraph", paragraph.lines(), paragraph.style())
                    : new ElementForm("paragraph", paragraph.lines(), paragraph.style(), paragraph.path());
        }
        Grid grid = (Grid) block;
        return new GridForm("grid", grid.rows(), grid.ruled());
    }

    private record TextForm(
            String mediaType,
            @Nullable String charset,
            List<Page> pages,
            List<Record> blocks,
            Map<String, String> metadata,
            List<PartForm> parts,
            List<Finding> findings) {}

    private record PartForm(String name, TextForm text) {}

    private record ParagraphForm(String kind, List<Line> lines, Paragraph.Style style) {}

    /** A paragraph of XML; others have no path to write. */
    private record ElementForm(String kind, List<Line> lines, Paragraph.Style style, String path) {}

    private record GridForm(String kind, List<List<Grid.Cell>> rows, boolean ruled) {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Paragraph.class, name = "paragraph"),
        @JsonSubTypes.Type(value = Grid.class, name = "grid")
    })
    private interface KindOfBlock {}

    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"x", "y", "width", "height"})
    private interface ArrayOfFour {}
}

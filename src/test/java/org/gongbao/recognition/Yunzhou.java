package org.gongbao.recognition;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.gongbao.extraction.Block;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.Grid;
import org.gongbao.extraction.Paragraph;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.jspecify.annotations.Nullable;

/** Documents of the invented city of Yunzhou for tests, and their recognition as of 1 January 2026. */
final class Yunzhou {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-01T04:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private static final Recogniser RECOGNISER = new Recogniser(Profiles.packed(), CLOCK);

    private Yunzhou() {}

    static Recogniser recogniser() {
        return RECOGNISER;
    }

    static Source source() {
        return new Source("yunzhou.txt", "0".repeat(64), "text/plain", 1, "UTF-8", null, false);
    }

    /** The record of a plain text, one paragraph a line. */
    static DocumentRecord recognise(String... lines) {
        return recognise(paragraphs(lines), null);
    }

    static DocumentRecord recognise(List<Block> blocks, @Nullable String sidecar) {
        return RECOGNISER.recognise(source(), text(blocks), sidecar);
    }

    static ExtractedText text(List<Block> blocks) {
        return ExtractedText.unpaged("text/plain", "UTF-8", blocks, Map.of(), List.of());
    }

    static List<Block> paragraphs(String... lines) {
        return Arrays.stream(lines).map(line -> (Block) Paragraph.of(line)).toList();
    }

    static Grid grid(String... rows) {
        return new Grid(
                Arrays.stream(rows)
                        .map(row -> Arrays.stream(row.split("\\|", -1))
                                .map(Grid.Cell::of)
                                .toList())
                        .toList(),
                true);
    }

    /** A whole notice that encloses a plan. */
    static String[] notice() {
        return new String[] {
            "云州市人民政府办公室关于印发云州市城市绿化办法的通知",
            "云政办发〔2023〕12号",
            "各县（市、区）人民政府，市政府各部门：",
            "《云州市城市绿化办法》已经市政府同意，现印发给你们，请认真贯彻执行。",
            "云州市人民政府办公室",
            "2023年5月6日",
            "（此件主动公开）",
            "云州市城市绿化办法",
            "第一条　为了加强城市绿化，根据《中华人民共和国城乡规划法》，制定本办法。",
            "第二条　本办法自2023年6月1日起施行，有效期5年。《云州市绿化管理规定》（云政发〔2010〕3号）同时废止。"
        };
    }
}

package org.gongbao.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Collectors;
import org.gongbao.record.CanonicalJson;
import org.junit.jupiter.api.Test;

/** Texts are damaged on purpose as they are by accident. */
class DamagedCopyTest {

    private static final String TEXT = "云州市民政局文件\n云民字〔2021〕10号\n关于做好冬季救助工作的通知\n\n各县民政局：\n　现通知如下。\n2021年10月9日";

    private static Map<String, String> copies(Map<String, ?> expected) {
        return DamagedCopy.of(CanonicalJson.write(expected)).stream()
                .collect(Collectors.toMap(DamagedCopy::kind, DamagedCopy::text));
    }

    private final Map<String, String> copies = copies(Map.of("text", TEXT, "documentNumber", "云民字〔2021〕10号"));

    @Test
    void theFirstIsTheTextAlone() {
        assertThat(copies).containsEntry("plain-text", TEXT);
    }

    @Test
    void bracketsAndSignsOfDatesAreLost() {
        assertThat(copies.get("bracket-lost")).contains("云民字〔202110号");
        assertThat(copies.get("bracket-style")).contains("云民字[2021]10号");
        assertThat(copies.get("date-signs-lost")).endsWith("2021109");
    }

    @Test
    void figuresBecomeLettersThatLookLikeThem() {
        assertThat(copies.get("look-alikes")).contains("云民字〔2O2l〕lO号").endsWith("2O2l年lO月9日");
    }

    @Test
    void linesAreRunTogetherBrokenAndSpread() {
        assertThat(copies.get("run-on")).doesNotContain("\n");
        assertThat(copies.get("loose-lines")).contains("\n\n　　关于做好");
        assertThat(copies.get("letter-spaced")).contains("关 于 做 好 冬 季");
        assertThat(copies).doesNotContainKey("hard-wrapped");
    }

    @Test
    void whatHasNoNumberOrManyDocumentsGivesNone() {
        assertThat(copies(Map.of("text", TEXT))).isEmpty();
        assertThat(copies(Map.of("text", TEXT, "documentNumber", "x", "items", java.util.List.of("x"))))
                .isEmpty();
    }
}

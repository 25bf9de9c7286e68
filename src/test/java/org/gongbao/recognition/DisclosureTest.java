package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A mode of disclosure counts however it is written, and one that nobody knows is not taken for none. */
class DisclosureTest {

    private static DocumentRecord notice(@Nullable String above, @Nullable String below, @Nullable String sidecar) {
        List<String> lines = new ArrayList<>();
        if (above != null) {
            lines.add(above);
        }
        lines.addAll(List.of("云州市人民政府关于加强绿化工作的通知", "云政发〔2023〕12号", "各县（市、区）人民政府：", "请认真贯彻执行。", "云州市人民政府", "2023年5月6日"));
        if (below != null) {
            lines.add(below);
        }
        return Yunzhou.recognise(Yunzhou.paragraphs(lines.toArray(String[]::new)), sidecar);
    }

    @ParameterizedTest
    @CsvSource({
        "公开方式：主动公开, 主动公开",
        "公开方式：主 动 公 开, 主动公开",
        "公开属性：公开, 主动公开",
        "公开方式：主动公开（长期）, 主动公开",
        "公开方式：依申请公开（限机关）, 依申请公开",
        "公开方式：依 申 请 公 开, 依申请公开",
        "公开方式：不予公开（工作秘密）, 不予公开",
        "公开方式：依申請公開, 依申请公开",
        "公开方式：内部公开, 内部公开",
        "公开方式：部分公开, 部分公开",
        "公开方式：机关掌握, 机关掌握",
        "公开方式：主动公开□依申请公开☑, 主动公开□依申请公开☑",
        "公开形式：政府网站,"
    })
    void aStatedModeIsReadByItsBeginning(String line, @Nullable String mode) {
        assertThat(notice(line, null, null).disclosure().mode()).isEqualTo(mode);
    }

    @ParameterizedTest
    @CsvSource({
        "（此件主动公开）, 主动公开",
        "（此件公开发布）,",
        "（此件不宜公开）, 不宜公开",
        "（此件不对外公开）, 不对外公开",
        "（此件不主动公开）, 不主动公开",
        "（此件依 申 请 公 开）, 依申请公开",
        "此件不予公开，属工作秘密, 不予公开",
        "（此件依申请公开（限机关））, 依申请公开",
        "（此件公开范围限于机关）, 此件公开范围限于机关",
        "不断深化政务公开,",
        "做好依申请公开工作,"
    })
    void aNoteBelowTheSignatureSaysTheMode(String line, @Nullable String mode) {
        assertThat(notice(null, line, null).disclosure().mode()).isEqualTo(mode);
    }

    @Test
    void aNoteThatKeepsTheDocumentBackCountsMoreThanTheHeader() {
        assertThat(notice("公开方式：主动公开", "（此件不宜公开）", null).disclosure().mode()).isEqualTo("不宜公开");
    }

    @Test
    void theSourceOfAFileMaySayTheMode() {
        assertThat(notice(null, null, "{\"disclosureMode\":\"依申请公开\"}")
                        .disclosure()
                        .mode())
                .isEqualTo("依申请公开");
        assertThat(notice("公开方式：主动公开", null, "{\"gkfs\":\"不予公开\"}").disclosure().mode())
                .isEqualTo("不予公开");
    }

    @ParameterizedTest
    @ValueSource(strings = {"机关掌握", "主动公开□依申请公开☑"})
    void aModeThatIsNotKnownIsAFinding(String value) {
        assertThat(notice("公开方式：" + value, null, null).findings())
                .extracting(Finding::code)
                .contains("disclosure.unknown-mode");
    }
}

package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;

class ProofreadingTest {

    private static List<Finding> proofread(DocumentRecord record) {
        return record.findings().stream()
                .filter(finding -> finding.code().startsWith("proofreading."))
                .toList();
    }

    @Test
    void slipsFixedWordingAndVagueClausesAreFoundWithTheirPlaceAndNothingIsChanged() {
        DocumentRecord record = recognise(
                "云州市财政局关于办理补贴的通知", "各有关单位：", "请做好信息技露工作，截止目前尚未布署的要抓紧。", "申请人应当提交身份证明和其他材料。", "云州市财政局", "2023年5月1日");

        assertThat(proofread(record))
                .extracting(Finding::code, Finding::quote)
                .containsExactlyInAnyOrder(
                        tuple("proofreading.confusable", "技露"),
                        tuple("proofreading.confusable", "截止目前"),
                        tuple("proofreading.confusable", "布署"),
                        tuple("proofreading.vague", "其他材料"));
        assertThat(proofread(record).get(0).message()).contains("披露");
        assertThat(record.text()).contains("信息技露");
    }

    @Test
    void aLongerSlipIsSaidOnce() {
        DocumentRecord record = recognise("云州市财政局关于办理补贴的通知", "各有关单位：", "申请人应当提交法律、法规规定的其他材料。");
        assertThat(proofread(record)).extracting(Finding::quote).containsExactly("法律、法规规定的其他材料");
    }

    @Test
    void whoSignsWithoutHoldingTheOfficeThatDayIsFound() {
        assertThat(proofread(decree("市长　周启明", "2022年11月21日"))).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("proofreading.office-holder");
            assertThat(finding.message()).contains("周启明", "陈望舒", "2022-11-21");
        });
        assertThat(proofread(decree("市长 陈望舒", "2022年11月21日"))).isEmpty();
        assertThat(proofread(decree("市长　周启明", "2020年3月2日"))).isEmpty();
        assertThat(proofread(decree("市长　张三", "2010年3月2日")))
                .as("the list begins later")
                .isEmpty();
    }

    private static DocumentRecord decree(String signature, String day) {
        return recognise("云州市人民政府令", "第15号", "《云州市公共数据管理办法》已经通过，现予公布。", signature, day);
    }

    @Test
    void theReadmeNamesEveryList() throws Exception {
        String readme = Files.readString(Path.of("ingest/proofreading/README.md"));
        try (Stream<Path> files = Files.list(Path.of("ingest/proofreading"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.equals("README.md")))
                    .allSatisfy(name -> assertThat(readme).contains("`" + name + "`"));
        }
    }
}

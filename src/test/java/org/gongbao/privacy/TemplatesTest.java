package org.gongbao.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.gongbao.record.Citation;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.Section;
import org.gongbao.record.Severity;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is filled into a template comes through extraction and recognition as it was typed. */
class TemplatesTest {

    private static final int FILLINGS = 24;

    @TempDir
    static Path folder;

    static LongStream seeds() {
        return LongStream.range(0, FILLINGS);
    }

    private static DocumentRecord read(FilledTemplate filled, String name, long seed) throws IOException {
        DocumentRecord record = PublicPackage.working(filled.write(folder.resolve(name + "-" + seed + ".docx")));
        assertThat(record.findings())
                .as("findings of %s by seed %d", name, seed)
                .filteredOn(finding -> finding.severity() != Severity.INFO)
                .extracting(Finding::code)
                .isEmpty();
        return record;
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aNoticeComesThroughWithEveryField(long seed) throws IOException {
        TemplateFillings with = new TemplateFillings(seed);
        String[] issuer = with.issuer();
        String subject = with.subject();
        String law = with.instrument();
        List<String> addressees = with.addressees();
        List<String> headings = with.headings(4);
        List<String> attachments = with.attachments(with.coin() ? 2 : 0);
        LocalDate date = with.date();
        LocalDate effective = with.coin() ? date.plusDays(with.number(60)) : null;
        String number = issuer[1] + "〔" + date.getYear() + "〕" + with.number(150) + "号";
        FilledTemplate filled = new FilledTemplate("notice")
                .with("发文机关全称", issuer[0])
                .with("发文字号", number)
                .with("事由", subject)
                .with("主送机关", String.join("，", addressees))
                .with("发文的缘由和依据", "为" + subject + "，根据《" + law + "》，现将有关事项通知如下。")
                .with("第一部分的标题", headings.get(0))
                .with("第一部分的内容", with.sentence())
                .with("第二部分的标题", headings.get(1))
                .with("第一项的标题", headings.get(2))
                .with("第一项的内容", with.sentence())
                .with("第二项的标题", headings.get(3))
                .with("第二项的内容", with.sentence())
                .with("署名", issuer[0])
                .with("成文日期", TemplateFillings.written(date));
        filled = effective == null ? filled.without("本通知自") : filled.with("施行日期", TemplateFillings.written(effective));
        filled = attachments.isEmpty()
                ? filled.without("附件：1.").without("2.")
                : filled.with("第一个附件的名称", attachments.get(0)).with("第二个附件的名称", attachments.get(1));

        DocumentRecord record = read(filled, "notice", seed);

        assertThat(record.title()).isEqualTo(issuer[0] + "关于" + subject + "的通知");
        assertThat(record.documentNumber()).isEqualTo(number);
        assertThat(record.documentKind()).isEqualTo("通知");
        assertThat(record.issuers()).containsExactly(issuer[0]);
        assertThat(record.addressees()).isEqualTo(addressees);
        assertThat(record.issuedOn()).isEqualTo(date);
        assertThat(record.effectiveOn()).isEqualTo(effective);
        assertThat(record.attachments()).isEqualTo(attachments);
        assertThat(record.disclosure().mode()).isEqualTo(Disclosure.PROACTIVE);
        assertThat(record.citations()).extracting(Citation::title).contains(law);
        assertThat(record.sections()).extracting(Section::heading).isEqualTo(headings.subList(0, 2));
        assertThat(record.sections().get(1).children())
                .extracting(Section::heading)
                .isEqualTo(headings.subList(2, 4));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anAnnouncementComesThroughWithEveryField(long seed) throws IOException {
        TemplateFillings with = new TemplateFillings(seed);
        String issuer = with.issuer()[0];
        String subject = with.subject();
        List<String> headings = with.headings(2);
        List<String> attachments = with.attachments(with.coin() ? 1 : 0);
        boolean addressed = with.coin();
        LocalDate date = with.date();
        LocalDate effective = with.coin() ? date.plusDays(with.number(60)) : null;
        int serial = with.number(40);
        FilledTemplate filled = new FilledTemplate("announcement")
                .with("发文机关全称", issuer)
                .with("年份", Integer.toString(date.getYear()))
                .with("序号", Integer.toString(serial))
                .with("事由", subject)
                .with("公告的缘由和依据", "为" + subject + "，根据《" + with.instrument() + "》，现将有关事项公告如下。")
                .with("第一个事项的标题", headings.get(0))
                .with("第一个事项的内容", with.sentence())
                .with("第二个事项的标题", headings.get(1))
                .with("第二个事项的内容", with.sentence())
                .with("署名", issuer)
                .with("成文日期", TemplateFillings.written(date));
        filled = effective == null ? filled.without("本公告自") : filled.with("施行日期", TemplateFillings.written(effective));
        filled = attachments.isEmpty() ? filled.without("附件：") : filled.with("附件的名称", attachments.get(0));
        filled = addressed ? filled.with("告知对象", "各有关单位，广大市民群众") : filled.without("〔请填写：告知对象");

        DocumentRecord record = read(filled, "announcement", seed);

        assertThat(record.title()).isEqualTo(issuer + "关于" + subject + "的公告");
        assertThat(record.documentNumber()).isEqualTo(issuer + "公告" + date.getYear() + "年第" + serial + "号");
        assertThat(record.documentKind()).isEqualTo("公告");
        assertThat(record.issuers()).containsExactly(issuer);
        assertThat(record.addressees()).isEqualTo(addressed ? List.of("各有关单位", "广大市民群众") : List.of());
        assertThat(record.issuedOn()).isEqualTo(date);
        assertThat(record.effectiveOn()).isEqualTo(effective);
        assertThat(record.attachments()).isEqualTo(attachments);
        assertThat(record.disclosure().mode()).isEqualTo(Disclosure.PROACTIVE);
        assertThat(record.sections()).extracting(Section::heading).isEqualTo(headings);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anOrderComesThroughWithEveryField(long seed) throws IOException {
        TemplateFillings with = new TemplateFillings(seed);
        String issuer = with.coin() ? "云州市人民政府" : "云州市财政局";
        String instrument = with.instrument();
        LocalDate date = with.date();
        LocalDate effective = date.plusDays(30 + with.number(60));
        int serial = with.number(90);
        String signer = with.person();
        String adopted = TemplateFillings.written(date.minusDays(5));
        FilledTemplate filled = new FilledTemplate("order")
                .with("发布机关全称", issuer)
                .with("令号", Integer.toString(serial))
                .with("所公布的规章的名称", instrument)
                .with("通过的日期和会议", adopted + "云州市人民政府第" + with.number(60) + "次常务会议")
                .with("施行日期", TemplateFillings.written(effective))
                .with("签发人职务", issuer.endsWith("政府") ? "市　长" : "局　长")
                .with("签发人姓名", signer)
                .with("成文日期", TemplateFillings.written(date))
                .with("第一条的内容", "为了规范管理，根据《中华人民共和国城乡规划法》，结合本市实际，制定本办法。")
                .with("第二条的内容", with.sentence())
                .with("规章的体式", "办法");

        DocumentRecord record = read(filled, "order", seed);

        assertThat(record.title()).isEqualTo(instrument);
        assertThat(record.documentNumber()).isEqualTo(issuer + "令第" + serial + "号");
        assertThat(record.documentKind()).isEqualTo("命令");
        assertThat(record.issuers()).containsExactly(issuer);
        assertThat(record.issuedOn()).isEqualTo(date);
        assertThat(record.effectiveOn()).isEqualTo(effective);
        assertThat(record.disclosure().mode()).isEqualTo(Disclosure.PROACTIVE);
        assertThat(record.text()).contains(signer);
        assertThat(record.sections()).extracting(Section::label).containsExactly("第一条", "第二条", "第三条");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anInterpretationComesThroughWithEveryField(long seed) throws IOException {
        TemplateFillings with = new TemplateFillings(seed);
        String[] issuer = with.issuer();
        String instrument = with.instrument();
        LocalDate date = with.date();
        String signer = with.person();
        String number = issuer[1] + "〔" + date.getYear() + "〕" + with.number(150) + "号";
        FilledTemplate filled = new FilledTemplate("interpretation")
                .with("所解读的文件的标题", instrument)
                .with(
                        "文件何时由谁印发",
                        TemplateFillings.written(date.minusDays(3)) + "，" + issuer[0] + "印发《" + instrument + "》（"
                                + number + "）。现解读如下。")
                .with("制定的背景和依据", with.sentence())
                .with("主要内容", with.sentence())
                .with("办理的途径和咨询的公开电话", with.sentence())
                .with("第一解读人的单位和职务", issuer[0] + "主要负责人")
                .with("第一解读人的姓名", signer)
                .with("解读单位全称", issuer[0])
                .with("成文日期", TemplateFillings.written(date));

        DocumentRecord record = read(filled, "interpretation", seed);

        assertThat(record.title()).isEqualTo("《" + instrument + "》解读");
        assertThat(record.documentNumber()).isNull();
        assertThat(record.documentKind()).isNull();
        assertThat(record.issuers()).containsExactly(issuer[0]);
        assertThat(record.issuedOn()).isEqualTo(date);
        assertThat(record.disclosure().mode()).isEqualTo(Disclosure.PROACTIVE);
        assertThat(record.citations())
                .filteredOn(citation -> instrument.equals(citation.title()))
                .singleElement()
                .extracting(Citation::relation, Citation::documentNumber)
                .containsExactly("解读", number);
        assertThat(record.text()).contains("第一解读人：" + issuer[0] + "主要负责人　" + signer);
        assertThat(record.sections()).hasSize(3);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aListOfPersonsComesThroughWithEveryRow(long seed) throws IOException {
        TemplateFillings with = new TemplateFillings(seed);
        String issuer = with.issuer()[0];
        LocalDate date = with.date();
        List<List<String>> rows = new ArrayList<>();
        for (int row = 1; row <= 3; row++) {
            rows.add(List.of(
                    Integer.toString(row), with.person(), with.town(), "临时救助", Integer.toString(with.number(9000))));
        }
        FilledTemplate filled = new FilledTemplate("person-list")
                .with("公示单位全称", issuer)
                .with("事由", "2024年第一季度临时救助对象")
                .with("公示的依据、公示期和意见反馈途径", "根据《社会救助暂行办法》，现将名单予以公示，公示期7天。")
                .with("姓名", column(rows, 1))
                .with("乡镇（街道）", column(rows, 2))
                .with("类别", column(rows, 3))
                .with("金额（元）", column(rows, 4))
                .with("成文日期", TemplateFillings.written(date));

        DocumentRecord record = read(filled, "person-list", seed);

        assertThat(record.title()).isEqualTo(issuer + "关于2024年第一季度临时救助对象名单的公示");
        assertThat(record.issuers()).containsExactly(issuer);
        assertThat(record.issuedOn()).isEqualTo(date);
        assertThat(record.disclosure().mode()).isEqualTo(Disclosure.PROACTIVE);
        assertThat(record.tables()).singleElement().satisfies(table -> {
            assertThat(table.header()).containsExactly("序号", "姓名（公开时遮盖）", "乡镇（街道）", "类别", "金额（元）");
            assertThat(table.rows()).isEqualTo(rows);
        });
        assertThat(new PersonalDataFinder(null).find(record))
                .as("the names, and nothing that keeps the list from the public")
                .hasSize(3)
                .allMatch(datum -> datum.kind().equals("name") && datum.action().equals("review"));
    }

    private static String[] column(List<List<String>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).toArray(String[]::new);
    }
}

package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.List;
import org.gongbao.record.Box;
import org.gongbao.record.Citation;
import org.gongbao.record.Claim;
import org.gongbao.record.Disclosure;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Section;
import org.gongbao.record.Table;
import org.gongbao.record.Task;
import org.gongbao.record.Validity;

/** A notice that issues a plan with chapters, a table in its text, duties, repairs and citations. */
final class DemoPlan {

    static final String NUMBER = "云政办字〔2023〕12号";

    private static final String TEXT = """
            云州市人民政府办公室关于印发
            云州市2023年养老服务体系建设实施方案的通知
            云政办字〔202312
            各县（区）人民政府，市政府各部门、各直属单位：
            《云州市2023年养老服务体系建设实施方案》已经市政府同意，现印发给你们，请认真组织实施。
            云州市人民政府办公室
            2023年5月18日
            （此件主动公开）
            云州市2023年养老服务体系建设实施方案
            为贯彻落实《江海省养老服务条例》，根据《云州市养老服务促进办法》，结合我市实际，制定本方案。
            一、总体要求
            坚持以人民为中心，按照保基本、广覆盖、可持续的原则，健全居家社区机构相协调、医养康养相结合的养老服务体系，让老年人共享改革发展成果。
            到2023年底，全市养老机构护理型床位占比达到60%以上，城市社区养老服务设施覆盖率达到100%，农村敬老院全部完成改造提升。
            二、重点任务
            （一）完善居家社区养老服务网络。每个街道至少建成1个综合养老服务中心，每个社区至少建成1个日间照料站点，为老年人提供助餐、助洁、助医等服务。
            （二）提升机构养老服务质量。开展养老机构等级评定，推动公办养老机构改革，支持社会力量参与运营，收费标准向社会公开。
            （三）深化医养结合。养老机构与医疗机构签约率达到100%，设立家庭病床，推进电子健康档案共享。
            （四）加强资金保障。市级福利彩票公益金用于养老服务的比例不低于55%。年度资金安排如下：
            项目
            资金（万元）
            责任单位
            居家适老化改造
            1200
            市民政局
            护理型床位建设补贴
            860
            市财政局
            三、保障措施
            （一）加强组织领导。建立市养老服务联席会议制度，由市政府分管领导召集，办公室设在市民政局。
            （二）强化督查考核。市政府办公室会同市民政局每季度通报进展情况，年底组织考核，考核结果向社会公开。
            附件：云州市2023年养老服务重点任务分解表
            """;

    private DemoPlan() {}

    static DocumentRecord record() {
        return base().sections(sections())
                .tables(List.of(new Table(
                        null,
                        List.of("项目", "资金（万元）", "责任单位"),
                        List.of(List.of("居家适老化改造", "1200", "市民政局"), List.of("护理型床位建设补贴", "860", "市财政局")),
                        List.of(3))))
                .tasks(tasks())
                .citations(List.of(new Citation("江海省养老服务条例", null, "依据", "为贯彻落实《江海省养老服务条例》")))
                .attachments(List.of("云州市2023年养老服务重点任务分解表"))
                .claim("documentNumber", claim(NUMBER, "云政办字〔202312", "number.bracket-lost/1", 0.95, true))
                .claim("issuedOn", claim("2023-05-18", "2023年5月18日", "date.written/1", 1, false))
                .claim("issuers", claim("云州市人民政府办公室", "云州市人民政府办公室", "signature.line/1", 1, false))
                .claim("disclosure.mode", claim("主动公开", "（此件主动公开）", "note.disclosure/1", 1, false))
                .finding(Finding.warning(
                                "number.repaired",
                                "the document number is 云政办字〔202312, expected a closing bracket and 号; read as "
                                        + NUMBER)
                        .onPage(1)
                        .quoting("云政办字〔202312"))
                .finding(Finding.info("table.header-repeated", "a table header stood twice, once is kept")
                        .onPage(4))
                .text(TEXT)
                .build();
    }

    private static DocumentRecord.Builder base() {
        return DocumentRecord.builder(DemoDocuments.source("云政办字2023-12.pdf", true))
                .title("云州市人民政府办公室关于印发云州市2023年养老服务体系建设实施方案的通知")
                .enclosedTitle("云州市2023年养老服务体系建设实施方案")
                .documentNumber(NUMBER)
                .documentKind("通知")
                .instrumentForm("方案")
                .normative("yes")
                .issuers(List.of("云州市人民政府办公室"))
                .addressees(List.of("各县（区）人民政府", "市政府各部门、各直属单位"))
                .issuedOn(LocalDate.of(2023, 5, 18))
                .publishedOn(LocalDate.of(2023, 5, 20))
                .effectiveOn(LocalDate.of(2023, 5, 18))
                .validity(new Validity(Validity.IN_FORCE, LocalDate.of(2023, 5, 20), "有效性：有效", "stated"))
                .indexNumber("B20010-0203-2023-000127")
                .disclosure(new Disclosure("主动公开", "常年公开", "面向全社会", null, null))
                .themes(List.of("民政、扶贫、救灾", "综合政务＼政务公开"))
                .summary("明确2023年全市养老服务体系建设的目标、四项重点任务和保障措施，附重点任务分解表。")
                .gazette(new GazetteIssue("云州市人民政府公报", 2023, 5, 88));
    }

    private static List<Section> sections() {
        return List.of(
                new Section("一", 1, "总体要求", "坚持以人民为中心", List.of()),
                new Section(
                        "二",
                        1,
                        "重点任务",
                        "",
                        List.of(
                                part("（一）", "完善居家社区养老服务网络"),
                                part("（二）", "提升机构养老服务质量"),
                                part("（三）", "深化医养结合"),
                                part("（四）", "加强资金保障"))),
                new Section("三", 1, "保障措施", "", List.of(part("（一）", "加强组织领导"), part("（二）", "强化督查考核"))));
    }

    private static Section part(String label, String heading) {
        return new Section(label, 2, heading, "", List.of());
    }

    private static List<Task> tasks() {
        return List.of(
                task(1, "一、居家社区", "每个街道至少建成1个综合养老服务中心，提供助餐、助洁、助医等服务。", "市民政局", "在市民政局网站公开建设进度。", 10),
                task(2, "一、居家社区", "完成2000户特殊困难老年人家庭适老化改造，实行一户一档。", "市民政局", "公开改造名单以外的统计数据。", 11),
                task(3, "二、机构养老", "开展养老机构等级评定，评定结果向社会公开。", "市民政局、市市场监督管理局", "评定结果在市政府网站集中公开。", 9),
                task(4, "三、医养结合", "养老机构与医疗机构签约率达到100%。", "市卫生健康委员会", "按季度公开签约率。", 12));
    }

    private static Task task(int number, String category, String text, String units, String measure, int month) {
        return new Task(
                number, category, text, List.of(units.split("、")), measure, List.of(LocalDate.of(2023, month, 30)));
    }

    private static Claim claim(String value, String raw, String rule, double confidence, boolean repaired) {
        return new Claim(value, raw, 1, new Box(90.2, 120.7, 180, 16), null, null, rule, confidence, repaired);
    }
}

package org.gongbao.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.publication.Change;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.Relation;
import org.gongbao.publication.Uid;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;
import org.gongbao.record.Validity;
import org.jspecify.annotations.Nullable;

/** Published documents of the invented city of Yunzhou (云州市), as a search finds them. */
final class YunzhouDocuments {

    static final Uid OPENNESS = uid(1);
    static final Uid HOUSING = uid(2);
    static final Uid PENSION = uid(3);
    static final Uid PARKING = uid(4);
    static final Uid BRIDGE = uid(5);
    static final Uid MAYOR = uid(6);
    static final Uid TAX = uid(7);
    static final Uid BROADBAND = uid(8);
    static final Uid ARCHIVES = uid(9);
    static final Uid FLOOD = uid(10);
    static final Uid REPEAL = uid(11);
    static final Uid EDUCATION = uid(12);
    static final Uid OLD_RULES = uid(13);
    static final Uid BUSINESS = uid(14);

    static final String OFFICE = "云州市人民政府办公室";
    static final String GOVERNMENT = "云州市人民政府";

    private YunzhouDocuments() {}

    static Uid uid(int number) {
        return new Uid("%016d".formatted(number));
    }

    static DocumentRecord.Builder record(String title, String text) {
        return DocumentRecord.builder(new Source("document.pdf", "ab", "application/pdf", 9, null, 1, false))
                .title(title)
                .documentKind("通知")
                .issuers(List.of(OFFICE))
                .text(text);
    }

    static PublishedDocument published(Uid uid, DocumentRecord record, long position, Relation... relations) {
        Instant at = Instant.parse("2024-01-02T03:04:05Z").plusSeconds(position);
        return new PublishedDocument(
                uid, 1, position, at, at, new PublicPackage(uid, 1, record, List.of()), List.of(relations));
    }

    static Change change(Uid uid, DocumentRecord record, long position, Relation... relations) {
        return new Change(position, uid, published(uid, record, position, relations));
    }

    static Change gone(Uid uid, long position) {
        return new Change(position, uid, null);
    }

    /** All of them, in the order of the log. */
    static List<Change> all() {
        List<Change> all = new ArrayList<>();
        add(
                all,
                OPENNESS,
                dated(
                        record("关于印发云州市2023年政务公开工作实施方案的通知", """
                各县（区）人民政府，市政府各部门：
                为深入推进政务公开，加快电子政府公报建设，建立政府公报数据库，制定本方案。
                一、主动公开。各单位要在二〇二三年十二月底前完成目录编制。
                二、依申请公开。答复时限为二十个工作日。""")
                                .enclosedTitle("云州市2023年政务公开工作实施方案")
                                .documentNumber("云政办字〔2023〕12号"),
                        "2023-03-08"));
        add(
                all,
                HOUSING,
                dated(
                        record("云州市棚户区改造货币化安置实施细则", """
                第一条　为规范棚户区改造货币化安置工作，根据有关规定，结合我市实际，制定本细则。
                第二条　被征收人选择货币化安置的，给予每平方米五百元奖励。""")
                                .documentNumber("云政办发〔2022〕7号")
                                .issuers(List.of("云州市住房和城乡建设局")),
                        "2022-05-20"));
        add(
                all,
                PENSION,
                dated(
                        record("关于调整养老服务补贴标准的通知", """
                经市人民政府同意，决定调整养老服务补贴标准。
                一、八十周岁以上老年人每人每月补贴由一百元提高到一百五十元。
                二、申请人向户籍所在地街道办事处提出书面申请，提交身份证明，由民政部门审核发放。""")
                                .documentNumber("云民发〔2024〕5号")
                                .issuers(List.of("云州市民政局", "云州市财政局")),
                        "2024-01-15"));
        add(
                all,
                PARKING,
                dated(
                        record("云州市机动车停放管理办法", """
                第一条　为加强停车管理，缓解停车难问题，制定本办法。
                第二十条　本办法自2021年7月1日起施行，有效期5年。""")
                                .documentKind("命令")
                                .issuers(List.of(GOVERNMENT))
                                .documentNumber("云州市人民政府令第8号")
                                .effectiveOn(LocalDate.of(2021, 7, 1))
                                .expiresOn(LocalDate.of(2026, 6, 30)),
                        "2021-06-01"));
        add(
                all,
                BRIDGE,
                dated(
                        record("关于云州市长江大桥通行管理的通告", """
                为保障云州市长江大桥安全，自即日起禁止危险化学品车辆通行。""")
                                .documentKind("通告")
                                .documentNumber("云交通告〔2023〕3号")
                                .issuers(List.of("云州市交通运输局")),
                        "2023-09-01"));
        add(all, MAYOR, dated(record("关于开展市长接待日活动的通知", """
                定于每月十日由市长接待群众来访，听取意见建议。""").documentNumber("云政办字〔2023〕102号"), "2023-10-10"));
        add(
                all,
                TAX,
                dated(
                        record("关于落实个人所得税优惠的公告", """
                对残疾、孤老人员取得的劳动所得减征个人所得税。""")
                                .documentKind("公告")
                                .documentNumber("云州市财政局公告2023年第5号")
                                .issuers(List.of("云州市财政局")),
                        "2023-11-30"));
        add(
                all,
                BROADBAND,
                dated(
                        record("云州市5G基站建设与IPv6规模部署行动计划", """
                到2025年底，全市建成5G基站三千个，Wi-Fi覆盖率达到90.5%。联系邮箱见网站。""")
                                .documentNumber("云工信发〔2022〕15号")
                                .issuers(List.of("云州市工业和信息化局")),
                        "2022-08-08"));
        add(
                all,
                ARCHIVES,
                dated(
                        record("雲州市檔案館關於開放歷史檔案的公告", """
                為便利社會各界查閱利用，現將館藏民國時期檔案予以開放。""")
                                .language("zh-Hant")
                                .documentKind("公告")
                                .issuers(List.of("云州市档案馆")),
                        "2020-06-09"));
        add(all, FLOOD, dated(record("云州市防汛抗旱应急预案", """
                一级响应由市防汛抗旱指挥部总指挥签发。台风登陆前二十四小时转移危险区域群众。""").documentNumber("云政办字〔2019〕12号"), "2019-04-02"));
        add(
                all,
                REPEAL,
                dated(
                        record("关于废止部分规范性文件的决定", """
                废止《云州市养犬管理暂行规定》等三件规范性文件，自公布之日起生效。""")
                                .documentKind("决定")
                                .issuers(List.of(GOVERNMENT))
                                .documentNumber("云政发〔2024〕1号"),
                        "2024-02-01"));
        add(
                all,
                EDUCATION,
                dated(
                        record("关于做好义务教育阶段学校招生入学工作的意见", """
                坚持免试就近入学，进城务工人员随迁子女凭居住证申请入学。""")
                                .documentKind("意见")
                                .issuers(List.of("云州市教育局"))
                                .documentNumber("云教字〔2023〕21号"),
                        "2023-05-06"));
        DocumentRecord dogs = dated(
                        record("云州市养犬管理暂行规定", """
                饲养犬只应当登记，遛犬应当束犬链。""")
                                .documentNumber("云政发〔2008〕30号")
                                .issuers(List.of(GOVERNMENT)),
                        "2008-03-03")
                .build();
        Relation repealed =
                new Relation("废止", false, REPEAL, "关于废止部分规范性文件的决定", null, "废止《云州市养犬管理暂行规定》", LocalDate.of(2024, 2, 1));
        all.add(change(OLD_RULES, dogs, all.size() + 1, repealed));
        add(
                all,
                BUSINESS,
                dated(
                        record("关于优化营商环境若干措施的通知", """
                推行"一网通办"，企业开办时间压缩至一个工作日。数字政府建设要为营商环境服务。""")
                                .documentNumber("云府办〔2021〕6号")
                                .validity(new Validity(
                                        Validity.IN_FORCE, LocalDate.of(2021, 2, 2), "有效性：现行有效", "stated")),
                        "2021-02-02"));
        return all;
    }

    private static void add(List<Change> all, Uid uid, DocumentRecord.Builder record) {
        all.add(change(uid, record.build(), all.size() + 1));
    }

    private static DocumentRecord.Builder dated(DocumentRecord.Builder record, @Nullable String day) {
        return record.issuedOn(day == null ? null : LocalDate.parse(day));
    }
}

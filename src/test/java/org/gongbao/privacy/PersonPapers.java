package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.gongbao.privacy.MarkedPaper.Piece;

/** Invents papers that show what persons have a right to keep to themselves: lists, running lists, decisions, forms. */
final class PersonPapers {

    private final Inventions invent;
    private final OfficePhrases office;

    PersonPapers(Inventions invent) {
        this.invent = invent;
        this.office = new OfficePhrases(invent);
    }

    MarkedPaper next() {
        return switch (invent.below(8)) {
            case 0 -> runningList();
            case 1 -> decision();
            case 2 -> form();
            case 3 -> travel();
            case 4 -> pupils();
            default -> list();
        };
    }

    /** A column: its head, and what its cells hold. */
    private record Column(String head, String kind) {}

    private MarkedPaper list() {
        String what = invent.one(
                "2024年第二季度城乡最低生活保障对象",
                "困难残疾人生活补贴和重度残疾人护理补贴发放对象",
                "临时救助对象",
                "农村危房改造补助对象",
                "耕地地力保护补贴发放",
                "土地征收补偿款发放",
                "公共租赁住房实物配租",
                "高龄津贴发放人员",
                "机动车驾驶证吊销人员",
                "行政处罚人员",
                "脱贫户小额信贷贴息",
                "创业担保贷款发放人员",
                "职业技能培训补贴人员",
                "失业保险稳岗补贴个人");
        MarkedPaper paper = new MarkedPaper("list");
        office.head(paper, what + invent.one("名单公示", "花名册", "情况公示表", "名单"));
        if (invent.chance(60)) {
            paper.line("根据有关规定，现将" + what + "名单予以公示，公示期为7天，如有异议请向我局反映。");
        }
        table(paper, personColumns(), false);
        office.foot(paper);
        return paper;
    }

    private List<Column> personColumns() {
        List<Column> columns = new ArrayList<>();
        columns.add(new Column(
                invent.one("姓名", "姓 名", "姓　名", "户主姓名", "户主", "申请人姓名", "申请人", "被征收人", "领取人", "受助人姓名", "当事人姓名", "补贴对象姓名"),
                "name"));
        List<Column> others = new ArrayList<>(List.of(
                new Column(invent.one("性别", "性 别"), ""),
                new Column(invent.one("出生年月", "出生日期", "出生年月日"), "birth-date"),
                new Column(invent.one("身份证号", "身份证号码", "公民身份号码", "居民身份证号", "证件号码"), "identity-number"),
                new Column(invent.one("联系电话", "手机号码", "手机号", "电话", "联系方式", "本人电话"), "mobile"),
                new Column(invent.one("家庭住址", "住址", "户籍地址", "现住址", "户籍所在地", "家庭地址", "居住地址"), "address"),
                new Column(invent.one("银行卡号", "一卡通账号", "社保卡银行账号", "开户账号", "银行账号"), "bank-card"),
                new Column(invent.one("残疾等级", "残疾类别及等级", "残疾级别"), "disability"),
                new Column(invent.one("病种", "所患疾病", "疾病名称", "患病情况", "诊断结果"), "illness"),
                new Column(invent.one("车牌号", "号牌号码", "车牌号码"), "plate"),
                new Column(invent.one("电子邮箱", "邮箱", "E-mail"), "e-mail"),
                new Column(invent.one("家庭电话", "住宅电话", "固定电话"), "landline"),
                new Column(invent.one("补助金额（元）", "发放金额", "金额（元）", "面积（亩）"), "amount"),
                new Column(invent.one("批准文号", "文书编号", "档案号"), "number"),
                new Column("备注", "")));
        Collections.shuffle(others, new java.util.Random(invent.below(1 << 30)));
        columns.addAll(others.subList(0, 2 + invent.below(5)));
        if (invent.chance(25)) {
            Collections.swap(columns, 0, 1);
        }
        return columns;
    }

    private void table(MarkedPaper paper, List<Column> columns, boolean young) {
        List<List<Object>> rows = new ArrayList<>();
        boolean numbered = invent.chance(80);
        List<Object> head = new ArrayList<>();
        if (numbered) {
            head.add("序号");
        }
        columns.forEach(column -> head.add(column.head()));
        rows.add(head);
        int persons = 2 + invent.below(9);
        for (int i = 1; i <= persons; i++) {
            List<Object> row = new ArrayList<>();
            if (numbered) {
                row.add(Integer.toString(i));
            }
            int[] day = young ? invent.birthday(2013, 2019) : invent.birthday(1938, 2004);
            columns.forEach(column -> row.add(cell(column, day)));
            rows.add(row);
        }
        paper.table(rows);
    }

    private Object cell(Column column, int[] day) {
        String kind = column.kind();
        return switch (kind) {
            case "" -> column.head().equals("备注") ? invent.one("", "已公示", "新增") : invent.one("男", "女");
            case "name", "minor" -> new Piece(kind, invent.spreadName());
            case "birth-date" -> new Piece(kind, invent.dateWords(day));
            case "identity-number" ->
                new Piece(kind, invent.chance(6) ? invent.oldIdentity(day) : invent.writtenIdentity(day));
            case "mobile" -> new Piece(kind, invent.writtenMobile());
            case "address" -> new Piece(kind, invent.home());
            case "bank-card" -> new Piece(kind, invent.writtenCard());
            case "disability" -> new Piece("health", invent.one("一级", "二级", "肢体三级", "视力一级", "精神二级", "听力 四级"));
            case "illness" -> new Piece("health", invent.one("尿毒症", "肺癌", "精神分裂症", "高血压Ⅲ级", "先天性心脏病", "糖尿病", "白血病"));
            case "plate" -> new Piece(kind, invent.plate());
            case "e-mail" -> new Piece(kind, invent.mail());
            case "landline" -> new Piece(kind, invent.landline());
            case "number" -> "云民字〔2024〕" + (1 + invent.below(300)) + "号";
            default -> (100 + invent.below(9000)) + invent.one("", ".00", ".50");
        };
    }

    private MarkedPaper pupils() {
        MarkedPaper paper = new MarkedPaper("pupils");
        office.head(paper, invent.one("2024年秋季学期家庭经济困难学生资助名单公示", "孤儿基本生活费发放名单", "事实无人抚养儿童名单公示", "留守儿童关爱服务对象花名册"));
        List<Column> columns =
                new ArrayList<>(List.of(new Column(invent.one("学生姓名", "儿童姓名", "姓名"), "minor"), new Column("性别", "")));
        List<Column> others = new ArrayList<>(List.of(
                new Column(invent.one("监护人", "监护人姓名", "家长姓名"), "name"),
                new Column(invent.one("监护人电话", "联系电话", "家长手机"), "mobile"),
                new Column("身份证号", "identity-number"),
                new Column(invent.one("出生年月", "出生日期"), "birth-date"),
                new Column("家庭住址", "address")));
        Collections.shuffle(others, new java.util.Random(invent.below(1 << 30)));
        columns.addAll(others.subList(0, 2 + invent.below(3)));
        columns.add(new Column("资助金额", "amount"));
        table(paper, columns, true);
        office.foot(paper);
        return paper;
    }

    private MarkedPaper runningList() {
        MarkedPaper paper = new MarkedPaper("running");
        office.head(paper, invent.one("关于注销部分人员公租房资格的公告", "关于拟列入临时救助对象的公示", "关于送达行政处罚告知书的公告"));
        String mark = invent.one("，", "；", "，");
        int persons = 2 + invent.below(5);
        for (int i = 1; i <= persons; i++) {
            int[] day = invent.birthday(1940, 2003);
            List<Object> parts = new ArrayList<>(List.of(
                    i + invent.one(".", "、", "．"),
                    "姓名：",
                    new Piece("name", invent.spreadName()),
                    mark + "性别：",
                    invent.one("男", "女")));
            if (invent.chance(40)) {
                parts.addAll(
                        List.of(mark + invent.one("出生日期：", "出生年月："), new Piece("birth-date", invent.dateWords(day))));
            }
            if (invent.chance(70)) {
                parts.addAll(List.of(
                        mark + invent.one("身份证号：", "身份证号码：", "公民身份号码："),
                        new Piece("identity-number", invent.writtenIdentity(day))));
            }
            if (invent.chance(50)) {
                parts.addAll(
                        List.of(mark + invent.one("住址：", "户籍地址：", "家庭住址：", "现住"), new Piece("address", invent.home())));
            }
            if (invent.chance(50)) {
                parts.addAll(List.of(
                        mark + invent.one("联系电话：", "手机：", "手机号码："), new Piece("mobile", invent.writtenMobile())));
            }
            if (invent.chance(25)) {
                parts.addAll(List.of(mark + "残疾等级：", new Piece("health", invent.one("二级", "肢体三级", "一级"))));
            }
            if (invent.chance(25)) {
                parts.addAll(
                        List.of(mark + invent.one("银行卡号：", "开户银行账号："), new Piece("bank-card", invent.writtenCard())));
            }
            if (invent.chance(15)) {
                parts.addAll(List.of(mark + "宗教信仰：", new Piece("religion", invent.one("佛教", "基督教", "伊斯兰教"))));
            }
            parts.add("。");
            paper.line(parts);
        }
        office.foot(paper);
        return paper;
    }

    private MarkedPaper decision() {
        MarkedPaper paper = new MarkedPaper("decision");
        office.head(paper, invent.one("行政处罚决定书", "强制戒毒决定公告", "道路交通安全违法行为处理公告", "工伤认定决定书"));
        int[] day = invent.birthday(1950, 2002);
        List<Object> parts = new ArrayList<>(List.of(
                invent.one("当事人：", "被处罚人：", "申请人：", "违法行为人："),
                new Piece("name", invent.name()),
                "，" + invent.one("男", "女") + "，"));
        if (invent.chance(60)) {
            parts.addAll(List.of(
                    new Piece("birth-date", day[0] + "年" + day[1] + "月" + day[2] + "日"), invent.one("出生，", "生，")));
        }
        parts.addAll(List.of(
                invent.one("公民身份号码", "身份证号", "身份证号码：", "居民身份证号码为"),
                new Piece("identity-number", invent.writtenIdentity(day)),
                "，"));
        parts.addAll(List.of(invent.one("住", "现住", "住址：", "户籍地"), new Piece("address", invent.home())));
        if (invent.chance(60)) {
            parts.addAll(List.of("，" + invent.one("联系电话", "手机号码", "电话："), new Piece("mobile", invent.writtenMobile())));
        }
        parts.add("。");
        paper.line(parts);
        if (invent.chance(60)) {
            paper.line(
                    "经查，2024年" + (1 + invent.below(12)) + "月3日15时许，当事人驾驶",
                    new Piece("plate", invent.plate()),
                    invent.one("号小型轿车行至", "小型普通客车途经", "号牌的重型货车在") + "文明大道路口，被执法人员查获，处罚款" + (1 + invent.below(20)) * 100
                            + "元。");
        }
        if (invent.chance(35)) {
            paper.line(
                    "经" + invent.one("云州市人民医院", "市精神卫生中心") + "诊断为",
                    new Piece("health", invent.one("腰椎骨折", "精神分裂症", "尘肺病二期", "左手食指离断伤")),
                    "，上述事实有病历为证。");
        }
        if (invent.chance(30)) {
            paper.line("个体工商户经营者，统一社会信用代码：", new Piece("credit-code", invent.creditCode("92")), "。");
        }
        office.foot(paper);
        return paper;
    }

    private MarkedPaper form() {
        MarkedPaper paper = new MarkedPaper("form");
        office.head(paper, invent.one("政府信息公开申请表", "个人申请登记表", "信访事项登记表"));
        int[] day = invent.birthday(1945, 2003);
        String colon = invent.one("：", ":", "： ");
        paper.line(invent.one("申请人姓名", "姓名", "信访人姓名") + colon, new Piece("name", invent.name()));
        paper.line(
                invent.one("证件号码", "身份证号码", "身份证件号码") + colon,
                new Piece("identity-number", invent.writtenIdentity(day)));
        paper.line(invent.one("手机", "手机号码", "本人联系电话", "联系电话") + colon, new Piece("mobile", invent.writtenMobile()));
        if (invent.chance(60)) {
            paper.line(invent.one("电子邮箱", "E-mail", "电子邮件") + colon, new Piece("e-mail", invent.mail()));
        }
        if (invent.chance(60)) {
            paper.line(invent.one("通信地址", "家庭住址", "住址", "通讯地址") + colon, new Piece("address", invent.home()));
        }
        if (invent.chance(40)) {
            paper.line(invent.one("住宅电话", "家庭电话", "宅电") + colon, new Piece("landline", invent.landline()));
        }
        if (invent.chance(30)) {
            paper.line("出生日期" + colon, new Piece("birth-date", invent.dateWords(day)));
        }
        paper.line("所需信息：关于棚户区改造的批复（云府字〔2019〕" + (1 + invent.below(99)) + "号）");
        office.foot(paper);
        return paper;
    }

    private MarkedPaper travel() {
        MarkedPaper paper = new MarkedPaper("travel");
        office.head(paper, invent.one("关于宣布部分出入境证件作废的公告", "因公出国（境）团组情况公示", "证件遗失声明"));
        int persons = 1 + invent.below(4);
        for (int i = 0; i < persons; i++) {
            if (invent.chance(50)) {
                paper.line(
                        "姓名：",
                        new Piece("name", invent.name()),
                        "，",
                        invent.one("护照号码：", "护照号：", "普通护照号码", "持中华人民共和国护照，号码为"),
                        new Piece("travel-document", invent.passport()),
                        "。");
            } else {
                paper.line(
                        "姓名：",
                        new Piece("name", invent.name()),
                        "，",
                        invent.one("往来港澳通行证号码：", "港澳居民来往内地通行证号", "往来台湾通行证号：", "通行证号码："),
                        new Piece("travel-document", invent.permit()),
                        "。");
            }
        }
        office.foot(paper);
        return paper;
    }
}

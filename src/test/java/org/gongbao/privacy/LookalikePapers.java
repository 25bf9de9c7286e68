package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;

/** Invents official papers without personal data, full of what looks like it. */
final class LookalikePapers {

    private final Inventions invent;
    private final OfficePhrases office;

    LookalikePapers(Inventions invent) {
        this.invent = invent;
        this.office = new OfficePhrases(invent);
    }

    MarkedPaper next() {
        return switch (invent.below(10)) {
            case 0 -> appointments();
            case 1 -> contactTable();
            case 2 -> companies();
            case 3 -> numbers();
            case 4 -> standards();
            case 5 -> statistics();
            case 6 -> group();
            case 7 -> places();
            case 8 -> payment();
            default -> policy();
        };
    }

    private MarkedPaper appointments() {
        MarkedPaper paper = new MarkedPaper("appointments");
        office.head(paper, invent.one("关于" + invent.name() + "等同志职务任免的通知", "市管干部任前公示", "人事任免"));
        for (int i = 0; i < 2 + invent.below(4); i++) {
            paper.line(invent.one(
                    invent.name() + "同志任" + office.bureau() + "局长，试用期一年；",
                    "免去" + invent.name() + "的" + office.bureau() + "副局长职务。",
                    "任命" + invent.name() + "为" + office.bureau() + "四级调研员。",
                    invent.name() + "，男，汉族，" + (1966 + invent.below(25)) + "年" + (1 + invent.below(12))
                            + "月生，大学学历，中共党员，现任" + office.bureau() + "副局长，拟任" + office.bureau() + "局长。"));
        }
        office.foot(paper);
        return paper;
    }

    private MarkedPaper contactTable() {
        MarkedPaper paper = new MarkedPaper("contacts");
        office.head(paper, invent.one("政务公开工作联系方式一览表", "各县（市、区）防汛值班电话表", "信访接待安排表", "河长名单公告"));
        boolean third = invent.chance(60);
        List<List<Object>> rows = new ArrayList<>();
        rows.add(new ArrayList<>(List.of(
                invent.one("单位", "单位名称", "责任单位", "部门", "科室"),
                invent.one("联系人", "姓名", "责任人", "负责人"),
                invent.one("联系电话", "办公电话", "电话", "手机"))));
        if (third) {
            rows.get(0).add(invent.one("职务", "办公地址", "电子邮箱"));
        }
        for (int i = 0; i < 3 + invent.below(6); i++) {
            List<Object> row = new ArrayList<>(
                    List.of(office.bureau(), invent.spreadName(), invent.one(invent.landline(), invent.mobile())));
            if (third) {
                row.add(
                        switch (String.valueOf(rows.get(0).get(3))) {
                            case "职务" -> invent.one("科长", "副局长", "主任科员");
                            case "办公地址" -> invent.road() + "行政中心" + (101 + invent.below(800)) + "室";
                            default -> invent.one("bgs", "zhk") + "@yunzhou.gov.cn";
                        });
            }
            rows.add(row);
        }
        paper.table(rows);
        office.foot(paper);
        return paper;
    }

    private MarkedPaper companies() {
        MarkedPaper paper = new MarkedPaper("companies");
        office.head(paper, invent.one("2024年高新技术企业认定名单", "专精特新中小企业公示名单", "行政许可信息公示", "行政处罚信息公示"));
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("序号", "企业名称", "统一社会信用代码", invent.one("注册地址", "生产地址", "住所"), "许可文号"));
        for (int i = 1; i <= 3 + invent.below(6); i++) {
            rows.add(List.of(
                    Integer.toString(i),
                    "云州" + invent.one("恒信", "天晟", "绿源", "金力") + invent.one("科技有限公司", "建材有限责任公司", "农业开发有限公司"),
                    invent.chance(30) ? invent.collidingCode() : invent.creditCode("91"),
                    "云州市章江区" + invent.road() + invent.one("创业大厦" + (101 + invent.below(900)) + "室", "工业园C栋", "科技园3楼"),
                    "赣AQBA" + invent.digits(4) + "Ⅲ20240" + invent.digits(3)));
        }
        paper.table(rows);
        if (invent.chance(60)) {
            paper.line("社会组织：云州市慈善总会，统一社会信用代码" + invent.collidingCode() + "，住所：云州市" + invent.road() + "民政大楼"
                    + (101 + invent.below(500)) + "室。");
        }
        office.foot(paper);
        return paper;
    }

    private MarkedPaper numbers() {
        MarkedPaper paper = new MarkedPaper("numbers");
        office.head(paper, invent.one("关于项目立项的批复", "采购结果公告", "政务服务事项办件公示"));
        List<String> lines = List.of(
                "项目代码：2024-360702-48-01-" + invent.digits(6) + "，总投资" + invent.digits(5) + ".25万元。",
                "订单号：" + "20240" + (1 + invent.below(9)) + "15" + invent.digits(10) + "，流水号" + invent.digits(20) + "。",
                "采购编号：YZCG2024-" + invent.digits(4) + "，受理号：13" + invent.digits(9) + "0012。",
                "资金" + (1 + invent.below(9)) + invent.digits(15) + "元，合计" + invent.digits(8) + "." + invent.digits(2)
                        + "元。",
                "不动产权证号：赣（2024）云州市不动产权第" + invent.digits(7) + "号，宗地代码360702" + invent.digits(6) + "GB"
                        + invent.digits(5) + "。",
                "组织机构代码：" + invent.digits(8) + "-" + invent.digits(1) + "，发票号码" + invent.digits(8) + "，发票代码0"
                        + invent.digits(11) + "。",
                "网站标识码3607000010，备案号：赣ICP备" + invent.digits(8) + "号，赣公网安备36070002000" + invent.digits(3) + "号。",
                "事项编码：" + "11360700" + "MB" + invent.digits(7) + "4360114001000，办理流程见附件。",
                "中标金额：" + invent.digits(3) + "," + invent.digits(3) + ".00元；合同编号：HT" + invent.digits(11) + "。",
                "条码69" + invent.digits(11) + "，批次号13" + invent.digits(9) + "，商标注册号" + invent.digits(8) + "。",
                "坐标：东经114°56′" + invent.digits(2) + "″，北纬25.8" + invent.digits(6) + "；桩号K139+" + invent.digits(3) + "。",
                "土地使用证编号：云国用（2011）第" + invent.digits(11) + "号。",
                "IP地址192.168.10." + (1 + invent.below(250)) + "，系统版本号13.9.0000.0000。");
        for (int i = 0; i < 4 + invent.below(5); i++) {
            paper.line(invent.oneOf(lines));
        }
        office.foot(paper);
        return paper;
    }

    private MarkedPaper standards() {
        MarkedPaper paper = new MarkedPaper("standards");
        office.head(paper, "关于发布地方标准的公告");
        for (int i = 0; i < 4 + invent.below(4); i++) {
            paper.line(invent.one(
                    "《个人信息去标识化指南》（GB/T 37964-2019）、《公民身份号码》（GB 11643-1999）。",
                    "DB36/T 1124—2019 政务数据资源目录，ISSN 1672-" + invent.digits(4) + "，CN 36-1" + invent.digits(3) + "/D。",
                    "ISBN 978-7-5080-" + invent.digits(4) + "-" + invent.digits(1) + "，印数1" + invent.digits(4) + "册。",
                    "YY/T 0287-2017、GB 4943.1-2022，自2024年7月1日起实施，代替GB 4943.1-2011。",
                    "身份证号码、手机号码、住址、银行卡号等个人信息应当去标识化后公开，护照号、车牌号同样处理。",
                    "号牌号码以“赣B”开头，新能源汽车号牌为6位；电子邮箱格式应符合RFC 5322。",
                    "申请人应当提交姓名、性别、出生日期、身份证号、联系电话、家庭住址等信息。"));
        }
        office.foot(paper);
        return paper;
    }

    private MarkedPaper statistics() {
        MarkedPaper paper = new MarkedPaper("statistics");
        office.head(paper, "2024年国民经济和社会发展统计公报");
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of("指标名称", "单位", "2022年", "2023年", "增速（%）"));
        for (int i = 0; i < 4 + invent.below(6); i++) {
            rows.add(List.of(
                    invent.one("地区生产总值", "残疾人数", "享受低保人数", "户籍人口", "手机用户", "公路里程"),
                    invent.one("万元", "人", "户", "公里"),
                    "1" + invent.digits(9 + invent.below(3)),
                    "13" + invent.digits(9),
                    invent.digits(1) + "." + invent.digits(1)));
        }
        paper.table(rows);
        paper.line("全市持证残疾人" + invent.digits(5) + "人，其中一级残疾" + invent.digits(4) + "人；困难户" + invent.digits(4)
                + "户，参保1380013" + invent.digits(4) + "人次。");
        office.foot(paper);
        return paper;
    }

    private MarkedPaper group() {
        MarkedPaper paper = new MarkedPaper("group");
        office.head(paper, invent.one("关于成立防汛抗旱指挥部的通知", "关于调整政务公开领导小组成员的通知"));
        if (invent.chance(50)) {
            paper.line("组  长：" + invent.name() + "  市长");
            paper.line("副组长：" + invent.name() + "  副市长");
            paper.line("成  员：" + invent.spreadName() + "  市政府秘书长");
            paper.line("　　　　" + invent.spreadName() + "  市财政局局长");
        } else {
            List<List<Object>> rows = new ArrayList<>();
            rows.add(List.of("序号", "姓名", invent.one("单位及职务", "职务", "工作单位"), invent.one("小组职务", "联系电话", "分工")));
            for (int i = 1; i <= 3 + invent.below(6); i++) {
                String last = String.valueOf(rows.get(0).get(3));
                rows.add(List.of(
                        Integer.toString(i),
                        invent.spreadName(),
                        office.bureau() + "局长",
                        last.equals("联系电话") ? invent.one(invent.landline(), invent.mobile()) : "成员"));
            }
            paper.table(rows);
        }
        paper.line("领导小组办公室设在" + office.bureau() + "，办公室主任由" + invent.name() + "同志兼任。");
        office.foot(paper);
        return paper;
    }

    private MarkedPaper places() {
        MarkedPaper paper = new MarkedPaper("places");
        office.head(paper, invent.one("关于建设项目选址的批复", "道路施工交通管制通告", "征收土地预公告", "关于命名地名的批复"));
        for (int i = 0; i < 2 + invent.below(4); i++) {
            paper.line(invent.one(
                    "建设地点：云州市章江区" + invent.town() + invent.village() + "，用地面积" + invent.digits(2) + ".5亩。",
                    "拟征收" + invent.town() + invent.village() + "第" + (1 + invent.below(9)) + "村民小组集体土地"
                            + invent.digits(2) + "亩。",
                    "办事地点：" + invent.road() + "云州市政务服务中心" + (1 + invent.below(5)) + "楼" + (101 + invent.below(400))
                            + "室。",
                    "自2024年6月1日起，" + invent.road() + "至滨江路段禁止赣B号牌以外货车通行，绕行G105国道。",
                    "路线起于" + invent.town() + invent.village() + (1 + invent.below(9)) + "组，止于G323国道K12+300处。",
                    "公司注册地址：云州市" + invent.road() + "国际大厦" + (1001 + invent.below(900)) + "室。"));
        }
        office.foot(paper);
        return paper;
    }

    private MarkedPaper payment() {
        MarkedPaper paper = new MarkedPaper("payment");
        office.head(paper, invent.one("国有土地使用权拍卖出让公告", "社会抚养费缴纳通告", "投标保证金缴纳说明"));
        paper.line(invent.one("户名：", "收款单位：", "账户名称：") + office.bureau() + invent.one("", "非税收入专户"));
        paper.line("开户银行：中国" + invent.one("建设", "工商", "农业") + "银行云州分行营业部");
        paper.line(invent.one("账号：", "银行账号：", "帐号：") + invent.one(invent.card(), invent.digits(17), invent.digits(19)));
        paper.line("竞买保证金" + invent.digits(4) + "万元，起始价" + invent.digits(6) + "元。");
        office.foot(paper);
        return paper;
    }

    private MarkedPaper policy() {
        MarkedPaper paper = new MarkedPaper("policy");
        office.head(paper, invent.one("云州市最低生活保障实施办法", "残疾人两项补贴管理办法", "流动人口服务管理规定", "个人信息保护工作方案"));
        List<String> lines = List.of(
                "第一条　残疾等级为一级、二级的残疾人，每人每月补贴80元。",
                "第二条　申请人应当向户籍所在地乡镇人民政府提出申请，提交身份证、户口簿和银行卡复印件。",
                "第三条　患尿毒症、白血病、恶性肿瘤等重大疾病的，可以申请临时救助。",
                "第四条　工作人员泄露个人信息的，依照有关规定处理；举报电话12345。",
                "第五条　申请人姓名、住址、联系方式不得公开。",
                "第六条　监护人应当履行监护职责，未成年人由其父母代为申请。",
                "第七条　公示内容包括姓名、性别、年龄、家庭人口、保障金额，不得公示身份证号、银行账号。",
                "第八条　宗教活动场所应当依法登记，尊重公民宗教信仰自由。",
                "（一）申请表；（二）身份证号码为15位的，应当先换领新证；",
                "本办法自2024年1月1日起施行，有效期5年，《云州市最低生活保障办法》（云府发〔2015〕13号）同时废止。");
        for (int i = 0; i < 4 + invent.below(6); i++) {
            paper.line(invent.oneOf(lines));
        }
        office.foot(paper);
        return paper;
    }
}

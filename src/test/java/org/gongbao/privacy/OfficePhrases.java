package org.gongbao.privacy;

/** What offices write of themselves: heads, contacts, signatures. None of it is personal data to be hidden. */
final class OfficePhrases {

    private final Inventions invent;

    OfficePhrases(Inventions invent) {
        this.invent = invent;
    }

    String bureau() {
        return "云州市" + invent.one("民政局", "财政局", "残疾人联合会", "教育局", "公安局", "自然资源局", "住房和城乡建设局", "人力资源和社会保障局", "市场监督管理局");
    }

    void head(MarkedPaper paper, String title) {
        if (invent.chance(50)) {
            paper.line(bureau());
        }
        paper.line(title);
        if (invent.chance(50)) {
            paper.line("云" + invent.one("民", "财", "府办", "教", "人社规") + "字〔" + (2015 + invent.below(10)) + "〕"
                    + (1 + invent.below(300)) + "号");
        }
        if (invent.chance(25)) {
            paper.line("索引号："
                    + invent.one(
                            "B00010-0203-2024-" + invent.digits(6),
                            "000014349/2024-" + invent.digits(5),
                            invent.creditCode("11") + "/2024-" + invent.digits(7)));
        }
    }

    void foot(MarkedPaper paper) {
        if (invent.chance(65)) {
            contact(paper);
        }
        if (invent.chance(25)) {
            paper.line("附件：1." + bureau() + "工作流程图");
        }
        if (invent.chance(40)) {
            paper.line(bureau());
        }
        if (invent.chance(15)) {
            paper.line(invent.one("局　长　", "签发人：", "市长 ", "审核：", "经办人：") + invent.name());
        }
        if (invent.chance(80)) {
            paper.line("2024年" + (1 + invent.below(12)) + "月" + (1 + invent.below(28)) + "日");
        }
    }

    /** Numbers, mails and places where citizens reach an office. */
    void contact(MarkedPaper paper) {
        switch (invent.below(9)) {
            case 0 -> paper.line("联系人：" + invent.name() + "，联系电话：" + invent.landline() + "。");
            case 1 -> paper.line("（联系人：" + invent.name() + "；联系电话：" + invent.mobile() + "）");
            case 2 -> paper.line("监督电话：" + invent.landline() + "，举报热线：" + hotline() + "。");
            case 3 ->
                paper.line("公示期间如有异议，请与" + bureau() + "联系，电话：" + invent.landline() + "，电子邮箱："
                        + invent.one("yzmzj", "bgs", "xxgk") + "@" + invent.one("yunzhou.gov.cn", "mzj.yunzhou.gov.cn")
                        + "。");
            case 4 ->
                paper.line("联系地址：云州市" + invent.road() + bureau() + (201 + invent.below(700)) + "室，邮编：34"
                        + invent.digits(4) + "，传真：" + invent.landline());
            case 5 -> paper.line("咨询电话：" + invent.landline() + "（工作日8:30—17:30），" + hotline());
            case 6 ->
                paper.line("联系单位：" + bureau() + invent.one("社会救助科", "办公室", "政策法规科") + "  联系人：" + invent.name() + "  电话："
                        + invent.landline());
            case 7 -> {
                paper.line("联系人：" + invent.name() + invent.one("", "（科长）", "、" + invent.name()));
                paper.line("联系电话：" + invent.one(invent.landline(), invent.mobile()));
                paper.line("地　址：云州市" + invent.road() + "市政府大楼" + (1 + invent.below(20)) + "楼"
                        + (101 + invent.below(900)) + "室");
            }
            default -> paper.line("本通知自印发之日起施行，由" + bureau() + "负责解释，值班电话" + invent.landline() + "。");
        }
    }

    String hotline() {
        return invent.one("12345", "0797-12345", "12315", "12329", "400-800-" + invent.digits(4), "12348", "96333");
    }
}

package org.gongbao.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The words of made notices: the wording of offices, put together by chance. */
final class BenchWords {

    static final String OFFICE = "云州市人民政府办公室";

    private static final List<String> UNITS =
            List.of("市财政局", "市教育局", "市交通运输局", "市卫生健康委", "市数据局", "市民政局", "市应急管理局", "市农业农村局");
    private static final List<String> AIMS =
            List.of("加强公共数据开放", "规范行政执法程序", "优化营商环境", "推进老旧小区改造", "做好防汛抗旱工作", "完善养老服务体系", "改善农村人居环境", "提高政务服务效率");
    private static final List<String> MEANS = List.of(
            "建立健全工作机制", "明确责任分工和完成时限", "公开办事流程和收费标准", "组织开展专项检查", "听取企业和群众的意见", "每季度通报进展情况", "保障必要的工作经费", "开展业务培训和宣传");
    private static final List<String> ENDS =
            List.of("确保各项任务落到实处", "不断增强人民群众的获得感", "形成可复制可推广的经验", "为全市经济社会发展提供支撑", "切实维护社会公共利益");
    private static final String DIGITS = "〇一二三四五六七八九";

    private final Random random;
    private final int number;
    private final String subject;

    BenchWords(Random random, int number) {
        this.random = random;
        this.number = number;
        this.subject = pick(AIMS);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    String title(boolean decree) {
        return decree ? "云州市" + subject + "管理办法" : OFFICE + "关于" + subject + "的通知";
    }

    String number() {
        return "云政办字〔2023〕" + (number + 1) + "号";
    }

    String addressees() {
        return "各县（区）人民政府，市政府各部门：";
    }

    String opening() {
        return "为" + subject + "，经市政府同意，现将有关事项通知如下，任务分工见下表。";
    }

    String aim() {
        return pick(AIMS);
    }

    String sentences(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(pick(UNITS))
                    .append("会同")
                    .append(pick(UNITS))
                    .append("围绕")
                    .append(pick(AIMS))
                    .append("，");
            text.append(pick(MEANS))
                    .append("，")
                    .append(pick(MEANS))
                    .append("，")
                    .append(pick(ENDS))
                    .append("。");
        }
        return text.toString();
    }

    /** Rows of four cells; the first is the header. */
    List<List<String>> taskTable(int rows) {
        List<List<String>> table = new ArrayList<>();
        table.add(List.of("序号", "任务", "责任单位", "完成时限"));
        for (int row = 1; row <= rows; row++) {
            table.add(
                    List.of(Integer.toString(row), pick(AIMS), pick(UNITS), "2023年" + (1 + random.nextInt(12)) + "月底"));
        }
        return table;
    }

    String date() {
        return "2023年" + (1 + number % 12) + "月" + (1 + number % 28) + "日";
    }

    static String heading(int part) {
        return numeral(part) + "、";
    }

    static String article(int part) {
        return "第" + numeral(part) + "条";
    }

    /** 一 to 九十九. */
    static String numeral(int value) {
        String ones = value % 10 == 0 ? "" : DIGITS.substring(value % 10, value % 10 + 1);
        String tens = value < 10 ? "" : value < 20 ? "十" : DIGITS.charAt(value / 10) + "十";
        return tens + ones;
    }
}

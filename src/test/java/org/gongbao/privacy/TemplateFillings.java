package org.gongbao.privacy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Values that somebody in the invented city of Yunzhou might type into a template, drawn by a seed. */
final class TemplateFillings {

    private static final String[][] ISSUERS = {
        {"云州市人民政府办公室", "云政办发"},
        {"云州市财政局", "云财预"},
        {"云州市教育局", "云教基"},
        {"云州市住房和城乡建设局", "云建规"},
        {"云州市生态环境局", "云环发"},
        {"青溪县人民政府", "青府发"},
        {"云州市卫生健康委员会", "云卫发"},
        {"云州市应急管理局", "云应急"}
    };
    private static final String[] SUBJECTS = {
        "加强校园食品安全管理",
        "做好2024年汛期地质灾害防治工作",
        "进一步规范政府采购行为",
        "开展城镇老旧小区改造",
        "调整城乡居民最低生活保障标准",
        "推进政务服务“一件事”集成办理",
        "明确公共停车场收费有关事项"
    };
    private static final String[][] ADDRESSEES = {
        {"各县（市、区）人民政府", "市政府各部门"},
        {"各县（市、区）财政局", "市直各单位"},
        {"各县（市、区）人民政府", "云州经济技术开发区管委会", "市直有关单位"},
        {"青溪县人民政府"}
    };
    private static final String[] INSTRUMENTS = {
        "云州市城市绿化办法", "云州市停车场管理规定", "云州市物业服务收费管理办法", "云州市古树名木保护规定", "云州市供水用水条例实施细则"
    };
    private static final String[] ATTACHMENTS = {"任务分工表", "云州市校园食品安全检查标准", "2024年度重点项目清单", "申报表（样式）", "联系方式一览表"};
    private static final String[] HEADINGS = {"总体要求", "工作目标", "主要任务", "保障措施", "职责分工", "适用范围"};
    private static final String[] SENTENCES = {
        "各单位要落实责任，按照职责分工抓好实施。", "坚持统筹规划、分步推进，确保按期完成。", "对发现的问题及时整改，整改情况向社会公布。", "主管部门加强指导和监督检查。"
    };
    private static final String[] SURNAMES = {"张", "李", "王", "赵", "周", "吴", "欧阳"};
    private static final String[] GIVEN = {"明远", "秀英", "建国", "一", "晓东", "淑兰"};
    private static final String[] TOWNS = {"青山镇", "河东街道", "柳林乡", "白沙镇"};

    private final Random random;

    TemplateFillings(long seed) {
        random = new Random(seed);
    }

    boolean coin() {
        return random.nextBoolean();
    }

    int number(int below) {
        return 1 + random.nextInt(below);
    }

    private String one(String[] of) {
        return of[random.nextInt(of.length)];
    }

    /** Name of an agency, code of its numbers. */
    String[] issuer() {
        return ISSUERS[random.nextInt(ISSUERS.length)];
    }

    String subject() {
        return one(SUBJECTS);
    }

    List<String> addressees() {
        return List.of(ADDRESSEES[random.nextInt(ADDRESSEES.length)]);
    }

    String instrument() {
        return one(INSTRUMENTS);
    }

    String sentence() {
        return one(SENTENCES);
    }

    /** So many different ones. */
    List<String> headings(int count) {
        return some(HEADINGS, count);
    }

    List<String> attachments(int count) {
        return some(ATTACHMENTS, count);
    }

    private List<String> some(String[] of, int count) {
        List<String> all = new ArrayList<>(List.of(of));
        java.util.Collections.shuffle(all, random);
        return all.subList(0, count);
    }

    LocalDate date() {
        return LocalDate.of(2021, 1, 1).plusDays(random.nextInt(1000));
    }

    static String written(LocalDate date) {
        return date.getYear() + "年" + date.getMonthValue() + "月" + date.getDayOfMonth() + "日";
    }

    String person() {
        return one(SURNAMES) + one(GIVEN);
    }

    String town() {
        return one(TOWNS);
    }
}

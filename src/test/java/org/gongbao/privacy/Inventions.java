package org.gongbao.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Invents persons, numbers and places. It shares nothing with the finder: the check digits are computed anew here, from the
 * standards, and so are the lists.
 */
final class Inventions {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许邓冯韩曹曾彭蔡潘田董袁于余叶蒋杜苏魏程吕丁沈任姚卢傅钟姜崔谭廖"
            + "范汪陆金石戴贾韦夏邱方侯邹熊孟秦白江阎薛尹段雷黎史龙陶贺顾毛郝龚邵万钱严覃武莫孔向汤温芦穆柯阮滕鄢冉敖晏宁乐";
    private static final List<String> RARE =
            List.of("欧阳", "上官", "司马", "诸葛", "皇甫", "尉迟", "令狐", "禚", "仝", "亓", "佘", "缪", "郜", "幸", "眭", "逯");
    private static final String GIVEN =
            "伟芳娜敏静秀英丽强磊军洋勇艳杰娟涛明超兰霞平刚桂华建国志红春梅海燕玉凤文斌小龙雪琴金花根生水清福贵子涵欣怡浩宇梓萱诗雨天佑" + "婷晨曦阳光发财有才冬莲菊香火旺连喜才德仁义礼智信";
    private static final List<String> FAR = List.of("阿依古丽·买买提", "努尔兰·哈德尔", "扎西次仁", "卓玛央金", "巴特尔");

    private static final List<String> DIVISIONS = List.of(
            "360702", "360721", "360730", "360103", "110105", "310115", "440524", "440305", "330106", "320583",
            "420111", "430121", "510107", "610113", "130203", "150402", "210211", "230103", "340122", "350583",
            "370203", "410105", "450108", "460105", "500112", "520115", "530103", "540102", "620102", "630103",
            "640104", "650102");

    private final Random random;

    Inventions(Random random) {
        this.random = random;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    final <T> T one(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    String digits(int count) {
        StringBuilder digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private char in(String characters) {
        return characters.charAt(random.nextInt(characters.length()));
    }

    String name() {
        if (chance(2)) {
            return oneOf(FAR);
        }
        String surname = chance(7) ? oneOf(RARE) : String.valueOf(in(SURNAMES));
        String given = String.valueOf(in(GIVEN)) + (chance(70) ? in(GIVEN) : "");
        return surname + given;
    }

    /** A name as tables print it: two characters are often spread over the width of three. */
    String spreadName() {
        String name = name();
        return name.length() == 2 && chance(35) ? name.charAt(0) + one(" ", "　", "  ") + name.charAt(1) : name;
    }

    int[] birthday(int from, int to) {
        return new int[] {from + random.nextInt(to - from + 1), 1 + random.nextInt(12), 1 + random.nextInt(28)};
    }

    String dateWords(int[] day) {
        return switch (random.nextInt(6)) {
            case 0 -> day[0] + "年" + day[1] + "月" + day[2] + "日";
            case 1 -> String.format(Locale.ROOT, "%d-%02d-%02d", day[0], day[1], day[2]);
            case 2 -> day[0] + "." + day[1] + "." + day[2];
            case 3 -> day[0] + "/" + day[1] + "/" + day[2];
            case 4 -> String.format(Locale.ROOT, "%d年%02d月", day[0], day[1]);
            default -> String.format(Locale.ROOT, "%d.%02d", day[0], day[1]);
        };
    }

    /** An identity number by GB 11643: the sum of digits times 2^(17-i) and the check must leave 1 modulo 11. */
    String identity(int[] day) {
        String body = oneOf(DIVISIONS) + String.format(Locale.ROOT, "%04d%02d%02d", day[0], day[1], day[2]) + digits(3);
        return body + remainder(body);
    }

    static char remainder(String body) {
        int rest = 0;
        for (int i = 0; i < 17; i++) {
            rest = (rest + (body.charAt(i) - '0')) * 2 % 11;
        }
        int check = (12 - rest) % 11;
        return check == 10 ? 'X' : (char) ('0' + check);
    }

    String oldIdentity(int[] day) {
        return oneOf(DIVISIONS) + String.format(Locale.ROOT, "%02d%02d%02d", day[0] % 100, day[1], day[2]) + digits(3);
    }

    /** Whatever ways clerks write an identity number. */
    String writtenIdentity(int[] day) {
        String number = identity(day);
        return switch (random.nextInt(12)) {
            case 0 -> number.toLowerCase(Locale.ROOT);
            case 1 -> wide(number);
            case 2 -> number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
            case 3 ->
                number.substring(0, 3) + " " + number.substring(3, 6) + " " + number.substring(6, 10) + " "
                        + number.substring(10, 14) + " " + number.substring(14);
            default -> number;
        };
    }

    static String wide(String ascii) {
        StringBuilder wide = new StringBuilder();
        ascii.chars().forEach(c -> wide.append((char) (c > 0x20 && c < 0x7f ? c + 0xFEE0 : c)));
        return wide.toString();
    }

    String mobile() {
        return one(
                        "130", "135", "138", "139", "147", "150", "159", "166", "173", "178", "182", "188", "191",
                        "198", "199")
                + digits(8);
    }

    String writtenMobile() {
        String number = mobile();
        return switch (random.nextInt(9)) {
            case 0 -> number.substring(0, 3) + " " + number.substring(3, 7) + " " + number.substring(7);
            case 1 -> number.substring(0, 3) + "-" + number.substring(3, 7) + "-" + number.substring(7);
            case 2 -> "+86" + number;
            case 3 -> "+86 " + number;
            case 4 -> wide(number);
            case 5 -> "86-" + number;
            default -> number;
        };
    }

    String landline() {
        String area = one("0797", "0791", "010", "021", "0755", "0571");
        String number = (2 + random.nextInt(7)) + digits(area.length() == 3 ? 7 : 6);
        return switch (random.nextInt(4)) {
            case 0 -> area + number;
            case 1 -> area + "－" + number;
            case 2 -> "（" + area + "）" + number;
            default -> area + "-" + number;
        };
    }

    /** A card number with the digit of Luhn; {@code 62} is UnionPay. */
    String card() {
        String body = one("622202", "621700", "622848", "621661", "623052", "621799") + digits(one(9, 12, 12, 12));
        int sum = 0;
        for (int i = body.length() - 1, turn = 0; i >= 0; i--, turn++) {
            int value = (body.charAt(i) - '0') * (turn % 2 == 0 ? 2 : 1);
            sum += value / 10 + value % 10;
        }
        return body + (10 - sum % 10) % 10;
    }

    String writtenCard() {
        String card = card();
        return chance(35) ? card.replaceAll("(\\d{4})(?=\\d)", "$1 ") : card;
    }

    String passport() {
        return one("E" + digits(8), "G" + digits(8), "E" + in("ABCDEFGHJKLMNPQRSTUVWXYZ") + digits(7), "P" + digits(8));
    }

    String permit() {
        return one("C" + digits(8), "H" + digits(10), "M" + digits(8), "W" + digits(8), "H" + digits(8));
    }

    String plate() {
        String head = one("赣B", "赣A", "粤B", "京N", "沪A", "闽D", "湘E", "浙A", "苏E", "川A", "渝B", "豫P");
        String tail = chance(30)
                ? one(in("ADF") + digits(5), digits(5) + in("DF"))
                : one(digits(5), in("ACEFHKMPRTVWXY") + digits(4), digits(2) + in("BCGKLNQ") + digits(2));
        return head + one("", "", "·", " ") + tail;
    }

    String mail() {
        String user =
                one("", "lucky", "sun_", "wx.", "happy-") + one("zhang", "li", "wang", "yang", "chen") + digits(4);
        return user + "@" + one("qq.com", "163.com", "126.com", "sina.com", "gmail.com", "139.com", "foxmail.com");
    }

    /** Credit code of GB 32100; the check is that of residues modulo 31. */
    String creditCode(String head) {
        String symbols = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        StringBuilder code = new StringBuilder(head + oneOf(DIVISIONS));
        while (code.length() < 17) {
            code.append(chance(75) ? (char) ('0' + random.nextInt(10)) : in("MA0123456789"));
        }
        return close(code, symbols);
    }

    private static String close(StringBuilder code, String symbols) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum = (sum + symbols.indexOf(code.charAt(i)) * weight) % 31;
            weight = weight * 3 % 31;
        }
        return code.append(symbols.charAt((31 - sum) % 31)).toString();
    }

    /** A code of an organisation that has the check of an identity number too, and a possible day of birth. */
    String collidingCode() {
        while (true) {
            StringBuilder code = new StringBuilder(one("11", "12", "13", "31", "34", "41", "51", "52", "53"));
            code.append(oneOf(DIVISIONS), 0, 4);
            int[] day = birthday(1930, 2015);
            code.append(String.format(Locale.ROOT, "%04d%02d%02d", day[0], day[1], day[2]))
                    .append(digits(3));
            String closed = close(code, "0123456789ABCDEFGHJKLMNPQRTUWXY");
            if (closed.charAt(17) == remainder(closed)) {
                return closed;
            }
        }
    }

    String town() {
        return one("石塘", "云岭", "沙河", "水南", "潭口", "古亭", "白鹭", "湖边", "长胜", "龙回") + one("镇", "乡", "镇", "街道");
    }

    String village() {
        return one("上坪", "罗屋", "黄田", "大坝", "寨下", "新圩", "竹园", "桥头", "牛岭") + one("村", "村", "社区");
    }

    String road() {
        return one("文明大道", "红旗路", "长征大道", "滨江路", "青年路", "健康路", "东阳山路", "客家大道") + (1 + below(199)) + "号";
    }

    String home() {
        String city = one("", "云州市", "云州市章江区", "章江区", "江南省云州市章江区");
        return city
                + switch (below(5)) {
                    case 0 -> town() + village() + one("上屋组", (1 + below(20)) + "组", "第" + one("一", "二", "五") + "组");
                    case 1 ->
                        road() + one("锦绣花园", "阳光小区", "财政局宿舍", "翰林苑") + (1 + below(30)) + "栋" + (1 + below(4)) + "单元"
                                + (101 + below(900)) + "室";
                    case 2 -> road() + (1 + below(30)) + "幢" + (101 + below(900)) + "室";
                    case 3 -> town() + village() + one("坳背", "塘尾", "门口岭") + (1 + below(90)) + "号";
                    default -> road() + (1 + below(30)) + "-" + (1 + below(4)) + "-" + (101 + below(900));
                };
    }
}

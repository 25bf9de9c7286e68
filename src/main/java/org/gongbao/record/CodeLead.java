package org.gongbao.record;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts an agency code (机关代字) from the words that stand before it in running text. */
final class CodeLead {

    /** Words that stand before a code in running text and are no part of it; 应急, 自然资 and 经信 begin codes. */
    private static final Pattern BEFORE_CODE = Pattern.compile(
            ".*(?:根据|按照|依据|依照|执行|落实|贯彻|关于|印发|转发|以下简称|文号|字号|通知|决定|意见|办法|公告|通告|批复|规定|方案|细则|通报"
                    + "|是指|涉及|(?<!共)和(?!改革|信息化|计划生育|社会保障|旅游|草原|城乡建设|规划|体育|广播电视)|与|及|以|为|的|对|将|在|由|见|自(?!然|资)|经(?!济|信|贸|开|发|合)|原文件|包括|等(?![\\d一二三四五六七八九十]{1,3}个?部[门委])|按|应(?!急)|现|把|并|到|从|据|即|同意)");

    /** {@code 省财政厅云财综发〔2011〕32号}: the agency's name before the code, which begins with the sign of a province. */
    private static final Pattern AGENCY_BEFORE_CODE =
            Pattern.compile("\\p{IsHan}{2,}(?:厅|局|委员会|政府|办公室|部)([京津沪渝冀豫云辽黑湘皖鲁苏浙赣鄂桂甘晋蒙陕吉闽贵粤川青藏琼宁新]\\p{IsHan}{2,8})$");

    /** {@code 原国家质检总局令第5号}: the body is no more, its order keeps its name; 原平, 原州 and 原阳 are places. */
    private static final String FORMER = "原(?![平州阳])\\p{IsHan}{4,}(?:令|公告|通告)";

    private CodeLead() {}

    /** The code alone; the text as it came where nothing would be left of it. */
    static String strip(String code) {
        Matcher lead = BEFORE_CODE.matcher(code);
        String bare = lead.lookingAt() ? code.substring(lead.end()).strip() : code;
        bare = bare.matches("[日月]\\p{IsHan}{4,}(?:令|公告|通告)") ? bare.substring(1) : bare;
        bare = bare.matches(FORMER) ? bare.substring(1) : bare;
        Matcher agency = AGENCY_BEFORE_CODE.matcher(bare.isEmpty() ? code : bare);
        return agency.lookingAt() ? agency.group(1) : bare.isEmpty() ? code : bare;
    }
}

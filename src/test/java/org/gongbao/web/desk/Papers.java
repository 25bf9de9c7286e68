package org.gongbao.web.desk;

/** Documents of an invented city, as departments hand them in. */
final class Papers {

    private Papers() {}

    /** A notice with every part that an official document has; its number makes it another one. */
    static String notice(int number) {
        return """
                云州市发展和改革委员会文件

                云发改〔2024〕%d号

                关于做好第%d批节能改造工作的通知

                各县（区）发展和改革局，市有关单位：

                为推进公共机构节能改造，现将有关事项通知如下。

                一、总体要求

                坚持先易后难，按年度分批实施。

                二、工作安排

                各单位于2024年6月30日前完成摸底，并报送改造清单。

                云州市发展和改革委员会

                2024年2月%d日

                （此件主动公开）
                """.formatted(number, number, 1 + number % 28);
    }

    /** A list in which an identity number stands. */
    static String listWithPersons(int number, String identity) {
        return """
                云州市发展和改革委员会

                关于公布第%d批补助人员名单的通知

                云发改〔2024〕%d号

                各县（区）发展和改革局：

                现公布补助人员名单。王小兰，身份证号码%s，补助1200元。

                云州市发展和改革委员会

                2024年2月5日

                （此件主动公开）
                """.formatted(number, number, identity);
    }
}

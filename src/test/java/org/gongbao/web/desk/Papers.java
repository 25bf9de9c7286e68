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

    /** A notice as a page of the web, with a table, in which the number and a sum are read wrongly. */
    static String noticeWithTable(int number) {
        return """
                <html><body><p>云州市发展和改革委员会文件</p><p>云发改〔2024〕%d0号</p>
                <h1>关于下达第%d批节能改造资金的通知</h1><p>各县（区）发展和改革局：</p>
                <p>现将第%d批节能改造资金下达给你们，请按规定使用。</p>
                <table border="1"><tr><td>单位</td><td>金额（元）</td></tr><tr><td>东湖区</td><td>1200</td></tr>
                <tr><td>西山县</td><td>3400</td></tr></table>
                <p>云州市发展和改革委员会</p><p>2024年2月6日</p><p>（此件主动公开）</p></body></html>
                """.formatted(number, number, number);
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

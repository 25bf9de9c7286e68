package org.gongbao.web.site;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Finding;
import org.gongbao.record.GazetteIssue;
import org.gongbao.record.Section;
import org.gongbao.record.Validity;

/** Further documents: a decree, a repealed measure, an issue, a hostile one, an interpretation. */
final class DemoRecords {

    /** A title that is markup, with signs that turn the direction of writing, and a word without end. */
    static final String HOSTILE_TITLE = "<script>alert('x')</script>\u202E文倒\u202C" + "长".repeat(3) + "w".repeat(120);

    private DemoRecords() {}

    static DocumentRecord decree() {
        StringBuilder text = new StringBuilder("云州市人民政府令\n第8号\n云州市养老服务促进办法\n第一章 总则\n");
        List<Section> first = new ArrayList<>();
        List<Section> second = new ArrayList<>();
        for (int i = 1; i <= 12; i++) {
            if (i == 7) {
                text.append("第二章 服务与保障\n");
            }
            String label = "第" + numeral(i) + "条";
            String words = "市、县（区）人民政府应当将养老服务事业纳入国民经济和社会发展规划，建立与人口老龄化相适应的经费保障机制，第" + i + "项工作由民政部门负责。";
            text.append(label).append("　").append(words).append('\n');
            (i < 7 ? first : second).add(new Section(label, 2, null, words, List.of()));
        }
        text.append("市长　陈云江\n2020年9月1日\n");
        return DocumentRecord.builder(DemoDocuments.source("第8号令.pdf", false))
                .title("云州市养老服务促进办法")
                .documentNumber("云州市人民政府令第8号")
                .documentKind("命令")
                .instrumentForm("办法")
                .issuers(List.of("云州市人民政府"))
                .issuedOn(LocalDate.of(2020, 9, 1))
                .effectiveOn(LocalDate.of(2020, 10, 1))
                .sections(List.of(new Section("第一章", 1, "总则", "", first), new Section("第二章", 1, "服务与保障", "", second)))
                .text(text.toString())
                .build();
    }

    static DocumentRecord repealed() {
        return DocumentRecord.builder(DemoDocuments.source("云政发2015-3.pdf", true))
                .title("云州市城市道路占用管理暂行办法")
                .documentNumber("云政发〔2015〕3号")
                .documentKind("通知")
                .issuers(List.of("云州市人民政府"))
                .issuedOn(LocalDate.of(2015, 3, 6))
                .text("云州市城市道路占用管理暂行办法\n一、占用城市道路应当经市政主管部门批准。\n二、本办法自发布之日起施行。")
                .build();
    }

    static DocumentRecord cleanup() {
        return DocumentRecord.builder(DemoDocuments.source("云政发2022-9.pdf", false))
                .title("云州市人民政府关于废止部分规范性文件的决定")
                .documentNumber("云政发〔2022〕9号")
                .documentKind("决定")
                .issuers(List.of("云州市人民政府"))
                .issuedOn(LocalDate.of(2022, 11, 2))
                .text("云州市人民政府关于废止部分规范性文件的决定\n《云州市城市道路占用管理暂行办法》予以废止。")
                .build();
    }

    static DocumentRecord interpretation() {
        return DocumentRecord.builder(DemoDocuments.source("解读.html", false))
                .title("一图读懂养老服务体系建设实施方案")
                .issuers(List.of("云州市民政局"))
                .issuedOn(LocalDate.of(2023, 5, 22))
                .text("现就实施方案解读如下。")
                .build();
    }

    static DocumentRecord issue() {
        DocumentRecord plan = DemoPlan.record();
        DocumentRecord other = DocumentRecord.builder(DemoDocuments.source("公报2023-5.pdf", false))
                .title("云州市财政局关于公布2023年行政事业性收费目录的公告")
                .documentNumber("云财公告〔2023〕2号")
                .documentKind("公告")
                .issuers(List.of("云州市财政局"))
                .issuedOn(LocalDate.of(2023, 4, 28))
                .text("云州市财政局关于公布2023年行政事业性收费目录的公告\n现将目录予以公布。")
                .build();
        return DocumentRecord.builder(DemoDocuments.source("公报2023-5.pdf", false))
                .title("云州市人民政府公报2023年第5期")
                .issuers(List.of("云州市人民政府办公室"))
                .issuedOn(LocalDate.of(2023, 5, 25))
                .gazette(new GazetteIssue("云州市人民政府公报", 2023, 5, 88))
                .items(List.of(plan, other))
                .text("云州市人民政府公报2023年第5期\n" + plan.text() + other.text())
                .build();
    }

    static DocumentRecord hostile() {
        return DocumentRecord.builder(DemoDocuments.source("<img src=x onerror=alert(1)>.pdf", false))
                .title(HOSTILE_TITLE)
                .documentNumber("=HYPERLINK(\"http://evil.example\")")
                .documentKind("\"><b>通知")
                .issuers(List.of("@云州市<i>财政局</i>"))
                .issuedOn(LocalDate.of(2021, 7, 1))
                .validity(new Validity(Validity.UNKNOWN, LocalDate.of(2023, 5, 1), "<u>", "stated"))
                .finding(Finding.error("page.unreadable", "page 2 is <unreadable>, expected text")
                        .quoting("</p><script>alert(2)</script>"))
                .text("${7*7} *{7*7} [[${7*7}]] __${7*7}__ <script>alert(3)</script>\u0000\u000B\uFFFE\n"
                        + "\u202E反向文字\n" + "W".repeat(400))
                .build();
    }

    private static String numeral(int i) {
        return List.of("一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
                .get(i - 1);
    }
}

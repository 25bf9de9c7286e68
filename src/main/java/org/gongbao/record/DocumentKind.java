package org.gongbao.record;

import java.util.Arrays;
import java.util.List;

/** The fifteen kinds of official document (文种) of the Regulation on official documents, 中办发〔2012〕14号, article 8. */
public enum DocumentKind {
    RESOLUTION("决议", "Resolution"),
    DECISION("决定", "Decision"),
    ORDER("命令", "Order"),
    COMMUNIQUE("公报", "Communiqué"),
    ANNOUNCEMENT("公告", "Announcement"),
    PUBLIC_NOTICE("通告", "Public notice"),
    OPINIONS("意见", "Opinions"),
    NOTICE("通知", "Notice"),
    CIRCULAR("通报", "Circular"),
    REPORT("报告", "Report"),
    REQUEST("请示", "Request"),
    REPLY("批复", "Reply"),
    BILL("议案", "Bill"),
    LETTER("函", "Letter"),
    MINUTES("纪要", "Minutes");

    private final String label;
    private final String english;

    DocumentKind(String label, String english) {
        this.label = label;
        this.english = english;
    }

    /** The Chinese term, as records hold it. */
    public String label() {
        return label;
    }

    public String english() {
        return english;
    }

    public static List<String> labels() {
        return Arrays.stream(values()).map(DocumentKind::label).toList();
    }
}

package org.gongbao.review;

import java.util.Locale;

/** Where an issue that is put together stands (公报一期的状态). */
public enum IssueState {
    /** 编排中: documents, order and imprint may change. */
    DRAFT,
    /** 已定版: its files are made and wait for release. */
    PROOFED,
    /** 待发布: its release is set. */
    SCHEDULED,
    /** 已发布. */
    RELEASED,
    /** 已撤回. */
    WITHDRAWN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static IssueState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

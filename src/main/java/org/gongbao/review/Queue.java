package org.gongbao.review;

import java.util.Locale;

/** What a person looks for on the desk (工作队列). */
public enum Queue {
    /** 我的: handed in or worked on by the person, and not done. */
    MINE,
    /** 新到: not taken up yet. */
    NEW,
    /** 待审: waits for an approval or a review. */
    WAITING,
    /** 临期: near or behind the last day on which it is to be published. */
    DUE,
    /** 有争议: returned, held, or with a problem. */
    DISPUTED,
    /** 待发布. */
    SCHEDULED,
    /** 已办结. */
    DONE,
    /** 全部. */
    ALL;

    /** The word used in addresses. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** @throws IllegalArgumentException where there is none of this code */
    public static Queue of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}

package org.gongbao.review;

/** How far a published document may travel (传播范围), each further than the one before. */
public enum Reach {
    /** 仅网页: its page; search engines are asked to leave it out, and no dataset holds it. */
    PAGE,
    /** 搜索引擎: its page may be found from outside. */
    SEARCH_ENGINES,
    /** 开放数据: it is in releases, linked data and interfaces as well. */
    OPEN_DATA
}

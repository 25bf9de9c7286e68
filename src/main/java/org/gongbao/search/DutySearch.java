package org.gongbao.search;

/** Searches the duties (任务) of public documents. */
public interface DutySearch {

    /** @throws SearchUnavailableException where the index is away */
    DutyResult search(DutyRequest request);
}

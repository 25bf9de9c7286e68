package org.gongbao.search;

import java.util.concurrent.Callable;

/** The index without what is around it, to be measured beside the search. */
public interface IndexProbe {

    /** Asks Solr with the parameters of a search, which are made once; the number of hits. Nothing else of the answer is read. */
    Callable<Long> prepared(SearchRequest request);
}

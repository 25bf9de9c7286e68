package org.gongbao.web.site;

import org.gongbao.publication.Uid;

/** Where a search or a document is followed: two feeds and the form for mail. */
record FollowLinks(String atom, String json, String mail) {

    static FollowLinks of(Uid uid) {
        return new FollowLinks("/doc/" + uid + ".atom", "/doc/" + uid + ".jsonfeed", "/follow?document=" + uid);
    }

    static FollowLinks of(SearchQuery query) {
        SearchQuery first = query.onPage(1);
        return new FollowLinks(
                SearchAddress.of("/search.atom", first),
                SearchAddress.of("/search.jsonfeed", first),
                SearchAddress.of("/follow", first));
    }
}

package org.gongbao.search;

import java.io.IOException;
import java.util.Collection;
import java.util.Date;
import org.apache.solr.client.solrj.SolrServerException;
import org.apache.solr.common.SolrDocument;
import org.apache.solr.common.SolrInputDocument;

/** Changes the index behind the program's back. */
public final class IndexDamage {

    private IndexDamage() {}

    /** Gives a field of a document's entry another value. */
    public static void change(Object connection, String uid, String field, Object value)
            throws SolrServerException, IOException {
        SolrIndex index = ((SolrConnection) connection).index();
        SolrDocument entry = index.client().getById(index.name(), uid);
        SolrInputDocument changed = new SolrInputDocument();
        for (String name : entry.getFieldNames()) {
            Collection<Object> values = entry.getFieldValues(name);
            values.forEach(each -> changed.addField(
                    name, each instanceof Date date ? date.toInstant().toString() : each));
        }
        changed.setField(field, value);
        remove(connection, uid);
        index.client().add(index.name(), changed);
        index.client().commit(index.name());
    }

    public static void remove(Object connection, String uid) throws SolrServerException, IOException {
        SolrIndex index = ((SolrConnection) connection).index();
        index.client().deleteByQuery(index.name(), "id:" + uid);
        index.client().commit(index.name());
    }
}

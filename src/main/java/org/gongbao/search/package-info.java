/**
 * Solr: the mapping of documents, queries, facets and suggestions. SolrJ types stop here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "publication", "system"})
package org.gongbao.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

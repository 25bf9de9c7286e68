/**
 * Jena: records as RDF, the vocabulary, SHACL as a gate, SPARQL. Jena types stop here.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"record", "publication", "system"})
package org.gongbao.linkeddata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

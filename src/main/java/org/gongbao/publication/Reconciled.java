package org.gongbao.publication;

import java.util.Set;

/**
 * What came of comparing holdings with what is published.
 *
 * @param held documents that are held as they should be
 * @param repaired what differed and was put right: identifiers of documents, or names of files
 * @param differing what still differs
 */
record Reconciled(String name, Set<Uid> held, Set<String> repaired, Set<String> differing) {}

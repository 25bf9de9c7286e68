package org.gongbao.publication;

import java.util.List;

/**
 * What a part of the program keeps of a document beside its packages: its original, what was read from it, what people said
 * of it. Every bean of this kind is asked when a document is erased.
 */
public interface ErasedTraces {

    /**
     * Destroys what is kept of a document; doing it again changes nothing.
     *
     * @return what has to stay and why, one sentence each, without anything of the document's content; empty when nothing is
     *     left
     */
    List<String> destroy(Uid uid);
}

package org.gongbao.publication;

import java.util.List;
import java.util.Optional;

/**
 * Public documents by their numbers (按文号查找). What is found follows from the register alone and changes with it: nobody chooses
 * which of two documents a number means.
 */
public interface NumberedDocuments {

    /** What an address by number stands for; empty where no document that the public may know of ever bore it. */
    Optional<Answer> find(NumberAddress address);

    /** What an address by number stands for. */
    sealed interface Answer {

        /** One public document. */
        record One(Uid uid) implements Answer {}

        /**
         * Several public documents bear the number, or did: the reader has to choose.
         *
         * @param uids the first released comes first
         */
        record Several(List<Uid> uids) implements Answer {
            public Several {
                uids = List.copyOf(uids);
            }
        }

        /** The number was corrected since. */
        record Corrected(Uid uid, NumberAddress now) implements Answer {}

        /** The document bore the number and is public still, but no number of it is certain now. */
        record Unnumbered(Uid uid) implements Answer {}

        /** The last document that bore it is public no more. */
        record Gone(Uid uid) implements Answer {}
    }
}

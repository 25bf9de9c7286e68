package org.gongbao.recognition;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The tables of proofreading (校对), from a folder of their own. Apart from the other {@link Profiles}, for they find fault with
 * a text instead of reading it, and no series changes them.
 *
 * @param confusables words that are wrong, with what is meant
 * @param wording fixed wording that lost or changed a part, with the whole
 * @param vague clauses that leave open what is to be handed in
 * @param officeHolders place, office, name, first and last day
 */
record ProofreadingTables(
        ProfileTable confusables, ProfileTable wording, ProfileTable vague, ProfileTable officeHolders) {

    private static final String FOLDER = "proofreading";

    static ProofreadingTables load(@Nullable Path folder) {
        return new ProofreadingTables(
                ProfileTable.load(FOLDER, "confusables.tsv", folder),
                ProfileTable.load(FOLDER, "wording.tsv", folder),
                ProfileTable.load(FOLDER, "vague.txt", folder),
                ProfileTable.load(FOLDER, "office-holders.tsv", folder));
    }
}

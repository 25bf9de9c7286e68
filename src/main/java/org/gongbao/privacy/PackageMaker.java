package org.gongbao.privacy;

import java.nio.file.Path;
import org.gongbao.publication.PackageContent;
import org.gongbao.record.DocumentRecord;

/** Makes what is public of a document: the record and the public file, never the original's own bytes. */
public interface PackageMaker {

    /**
     * Makes the content of a public package.
     *
     * @param original the bytes as they came
     * @param working the record as recognised from them
     * @param decided what people decided on its personal data, and what they said of its fields
     * @param portion whether the record is of the whole original or of one document in it
     * @param folder where the files are made
     */
    PackageContent make(Path original, DocumentRecord working, Decided decided, Portion portion, Path folder);
}

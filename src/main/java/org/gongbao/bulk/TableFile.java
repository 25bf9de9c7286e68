package org.gongbao.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A table of a release in one form; it takes row after row, and holds no more of them than its form needs. */
interface TableFile extends LineTable.Rows, Closeable {

    /** Ends the files that hold it, and describes them. */
    List<Release.ReleaseFile> finish() throws IOException;

    @Override
    void close() throws IOException;
}

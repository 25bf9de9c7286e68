package org.gongbao.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The published copies of a release by year (按年打包的公开副本). Nothing of them lies there twice: they are put together while they are read. */
public interface Bags {

    /** The bags of a release, by year. */
    List<Bag> of(Release release);

    /**
     * The tar file of a bag. What lies before the first byte wanted is not read, but for the file in which that is. It ends with an exception where a file is not what the release says any more, or the release may
     * be had no more: never with other bytes.
     *
     * @param from the first byte wanted, below the size of the bag
     */
    InputStream open(Release release, Bag bag, long from) throws IOException;
}

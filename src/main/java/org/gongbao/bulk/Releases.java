package org.gongbao.bulk;

import java.util.Optional;

/** The releases for download. */
public interface Releases {

    /** The newest release; empty before the first one. */
    Optional<Release> latest();
}

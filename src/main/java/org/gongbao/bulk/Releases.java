package org.gongbao.bulk;

import java.util.Optional;

/** The releases for download. */
public interface Releases {

    /** The newest release; empty before the first one. */
    Optional<Release> latest();

    /** A release that can be had: the newest, or the one before it while nothing was withdrawn. */
    Optional<Release> find(String name);

    /** Whether the newest release holds everything that is public. */
    boolean isCurrent();

    /** Makes a release of everything that is public now, where the newest lacks something of it. */
    void bringUpToDate();

    /** Whether there once was a release of this name, which another one has taken the place of. */
    boolean wasReplaced(String name);
}

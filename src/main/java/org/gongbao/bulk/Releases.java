package org.gongbao.bulk;

import java.util.List;
import java.util.Optional;

/** The releases for download. */
public interface Releases {

    /** The newest release; empty before the first one, and while all are made anew. */
    Optional<Release> latest();

    /** The releases that can be had, the newest first. */
    List<Release> all();

    /** A release that can be had. */
    Optional<Release> find(ReleaseName name);

    /** Whether the newest release holds everything that is public. */
    boolean isCurrent();

    /** Makes a release of everything that is public now, where the newest lacks something of it. */
    void bringUpToDate();

    /** What to take for a release that can be had no more; empty for one that never was. */
    Optional<Release> replacement(ReleaseName name);
}

package org.gongbao.bulk;

import java.util.Optional;

/** The releases for download. */
public interface Releases {

    /** The newest release; empty before the first one. */
    Optional<Release> latest();

    /** Whether there once was a release of this name, which another one has taken the place of. */
    boolean wasReplaced(String name);
}

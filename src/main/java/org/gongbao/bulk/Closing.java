package org.gongbao.bulk;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;

/** Closes all of several, the last first, whatever one of them throws; what another throws after it is kept with that. */
final class Closing {

    private Closing() {}

    static void all(Iterator<? extends Closeable> rest) throws IOException {
        if (rest.hasNext()) {
            Closeable next = rest.next();
            try (next) {
                all(rest);
            }
        }
    }

    /** Closes what was opened before something failed that was to be opened with it. */
    static void after(Throwable failure, Closeable open) {
        try {
            open.close();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }
}

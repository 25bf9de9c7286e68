package org.gongbao.publication;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The packages read last, so that a page seen often is not parsed often; bounded by the size of their records. */
final class PackageCache {

    private static final long MOST_BYTES = 24L << 20;

    private final PackageStore packages;
    private final Map<Key, PublicPackage> recent = new LinkedHashMap<>(64, 0.75f, true);
    private long held;

    PackageCache(PackageStore packages) {
        this.packages = packages;
    }

    private record Key(Uid uid, int packageVersion) {}

    PublicPackage get(Uid uid, int packageVersion, String manifestSha256) {
        Key key = new Key(uid, packageVersion);
        synchronized (recent) {
            PublicPackage found = recent.get(key);
            if (found != null) {
                return found;
            }
        }
        PublicPackage loaded = packages.load(uid, packageVersion, manifestSha256);
        put(key, loaded);
        return loaded;
    }

    /** Forgets a document: its packages are destroyed, or lie elsewhere now. */
    void forget(Uid uid) {
        synchronized (recent) {
            recent.entrySet().removeIf(entry -> {
                boolean isOf = entry.getKey().uid().equals(uid);
                held -= isOf ? weight(entry.getValue()) : 0;
                return isOf;
            });
        }
    }

    private void put(Key key, PublicPackage loaded) {
        synchronized (recent) {
            if (recent.put(key, loaded) == null) {
                held += weight(loaded);
            }
            Iterator<PublicPackage> oldest = recent.values().iterator();
            while (held > MOST_BYTES && oldest.hasNext()) {
                held -= weight(oldest.next());
                oldest.remove();
            }
        }
    }

    private static long weight(PublicPackage content) {
        return 1000
                + content.file(PackageStore.RECORD)
                        .map(PublicPackage.File::bytes)
                        .orElse(0L);
    }
}

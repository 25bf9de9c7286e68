package org.gongbao.publication;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;

/** Compares the register with the log, and each package of the latest version with its leaf, byte for byte. */
final class RegisterComparison {

    private final Database database;
    private final PackageStore packages;

    RegisterComparison(Database database, PackageStore packages) {
        this.database = database;
        this.packages = packages;
    }

    /**
     * What was found.
     *
     * @param lines identifier, version and digest of the manifest of what is public by the log, between blanks
     */
    record Found(Map<Uid, String> lines, Reconciled register, Reconciled packages) {}

    /** @param asked documents to look at, null for all that were ever published */
    Found run(@Nullable Set<Uid> asked) {
        LogStore log = new LogStore(database.read());
        Register register = new Register(database.read());
        Map<Uid, String> lines = new HashMap<>();
        Set<Uid> wrongRows = new HashSet<>();
        Set<Uid> wrongPackages = new HashSet<>();
        for (Uid uid : asked == null ? all() : asked) {
            LogStore.Entry latest = log.latestOf(uid).orElse(null);
            if (!fits(latest, register.find(uid))) {
                wrongRows.add(uid);
            }
            if (latest != null && latest.event().event().leavesPublic()) {
                lines.put(
                        uid,
                        uid + " " + latest.event().version() + " "
                                + latest.event().sha256());
                List<String> differences = new ArrayList<>();
                // A mirror has no package where its leader holds an edition back that is to be replaced.
                if (latest.packageVersion() > 0) {
                    LogAudit.checkPackage(packages, latest, differences);
                }
                if (!differences.isEmpty()) {
                    wrongPackages.add(uid);
                }
            }
        }
        return new Found(
                lines,
                reconciled("register", lines.keySet(), wrongRows),
                reconciled("packages", lines.keySet(), wrongPackages));
    }

    private static Reconciled reconciled(String name, Set<Uid> all, Set<Uid> wrong) {
        Set<Uid> right = new HashSet<>(all);
        right.removeAll(wrong);
        return new Reconciled(
                name, right, Set.of(), wrong.stream().map(Uid::value).collect(Collectors.toSet()));
    }

    private List<Uid> all() {
        return database.read().sql("select distinct uid from log_event").query(String.class).list().stream()
                .map(Uid::new)
                .toList();
    }

    private static boolean fits(LogStore.@Nullable Entry latest, Optional<Register.Row> found) {
        if (latest == null || found.isEmpty()) {
            return false;
        }
        LogEvent event = latest.event();
        Register.Row row = found.get();
        boolean isPublic = event.event().leavesPublic();
        return LogStore.leaf(event).equals(latest.leaf())
                && row.isPublic() == isPublic
                && (!isPublic
                        || row.version() == event.version()
                                && row.packageVersion() == latest.packageVersion()
                                && row.manifestSha256().equals(event.sha256()));
    }
}

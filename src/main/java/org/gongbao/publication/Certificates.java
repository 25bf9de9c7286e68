package org.gongbao.publication;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.gongbao.system.Database;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes certificates and has what differs repaired: after publishing pauses of what changed since the one before, and now and
 * then, and after one that names differences, of everything. A mirror makes none: it has no key.
 */
public final class Certificates {

    private static final Logger LOG = LoggerFactory.getLogger(Certificates.class);
    private static final Duration CATCH_UP = Duration.ofMinutes(10);

    private final Database database;
    private final PackageStore packages;
    private final DisseminationEngine engine;
    private final LogSigner signer;
    private final CertificateFiles files;
    private final Clock clock;
    private volatile @Nullable Kept newest;

    Certificates(
            Database database,
            PackageStore packages,
            DisseminationEngine engine,
            LogSigner signer,
            CertificateFiles files,
            Clock clock) {
        this.database = database;
        this.packages = packages;
        this.engine = engine;
        this.signer = signer;
        this.files = files;
        this.clock = clock;
        files.removeAfter(new LogStore(database.read()).size());
        this.newest = files.newest().flatMap(this::read).orElse(null);
    }

    /** A certificate, and its bytes with the signature. */
    private record Kept(Certificate certificate, byte[] json) {}

    /** A store whose key was lost signs with another one, and what was signed before says nothing any more. */
    private Optional<Kept> read(byte[] json) {
        try {
            return Optional.of(new Kept(Certificate.verify(json, signer.verifier()), json));
        } catch (IllegalArgumentException e) {
            LOG.warn("The newest certificate was not signed by this log's key, or was changed since: {}", e.toString());
            return Optional.empty();
        }
    }

    /** The newest certificate; empty before the first. */
    public Optional<Certificate> latest() {
        return Optional.ofNullable(newest).map(Kept::certificate);
    }

    /** The newest certificate as it was signed; empty before the first. */
    public Optional<byte[]> signed() {
        return Optional.ofNullable(newest).map(kept -> kept.json().clone());
    }

    /**
     * Whether one is due: something was published since, or everything was compared too long ago, and all projections are at
     * the end of the log.
     *
     * @param period after which everything is compared again, zero for never
     */
    boolean isDue(Duration period) {
        long head = engine.head();
        Certificate before = latest().orElse(null);
        boolean isOld = before == null
                || before.position() < head
                || !period.isZero()
                        && !clock.instant().isBefore(before.everything().plus(period));
        return !signer.isMirror() && head > 0 && isOld && engine.caughtUp() && engine.isUpToDate();
    }

    /** Makes one of what changed, or of everything where the last such is older than the period. */
    void issue(Duration period) {
        Instant since = latest().map(Certificate::everything).orElse(Instant.MIN);
        boolean isTime = !period.isZero() && clock.instant().minus(period).compareTo(since) >= 0;
        make(isTime);
    }

    /**
     * Compares everything, repairs what differs, and certifies.
     *
     * @return what differs and could not be repaired, one sentence each
     */
    public List<String> ofEverything() {
        return make(true);
    }

    private synchronized List<String> make(boolean all) {
        if (!engine.awaitCaughtUp(CATCH_UP)) {
            return List.of("the projections have not caught up with the log");
        }
        LogStore log = new LogStore(database.read());
        long size = log.size();
        Certificate before = latest().orElse(null);
        boolean isAll = all || before == null || before.differing() > 0;
        Set<Uid> uids = isAll || before == null ? null : changed(before.position(), size);
        List<Reconciled> found;
        Map<Uid, String> lines;
        try {
            RegisterComparison.Found register = new RegisterComparison(database, packages).run(uids);
            lines = register.lines();
            found = new ArrayList<>(List.of(register.register(), register.packages()));
            // What is made from a register that is wrong would only be made wrong.
            if (register.register().differing().isEmpty()) {
                found.addAll(engine.reconcile(uids));
            }
        } catch (Reconciliation.LogGrewException e) {
            return List.of();
        }
        if (size > 0 && log.size() == size && !signer.isMirror()) {
            keep(log, size, uids == null, found, lines);
        }
        return sentences(found);
    }

    private Set<Uid> changed(long position, long size) {
        Set<Uid> uids = new TreeSet<>();
        database.read()
                .sql("select uid from log_event where seq > ? and seq <= ?"
                        + " union select uid from log_touch where seq > ? and seq <= ?")
                .params(position, size, position, size)
                .query(row -> {
                    uids.add(new Uid(row.getString("uid")));
                });
        return uids;
    }

    private void keep(LogStore log, long size, boolean isAll, List<Reconciled> found, Map<Uid, String> lines) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Certificate certificate = new Certificate(
                Certificate.SCHEMA,
                signer.origin(),
                size,
                HexFormat.of().formatHex(log.tree().root(size)),
                now,
                isAll ? Certificate.ALL : Certificate.CHANGED,
                isAll ? now : latest().map(Certificate::everything).orElse(now),
                found.stream().map(each -> Compared.of(each, lines)).toList());
        byte[] json = certificate.signed(signer);
        files.keep(size, json);
        newest = new Kept(certificate, json);
    }

    private static List<String> sentences(List<Reconciled> found) {
        List<String> sentences = new ArrayList<>();
        for (Reconciled each : found) {
            each.differing().stream()
                    .sorted()
                    .map(what -> each.name() + ": " + what + " differs from what is published")
                    .forEach(sentences::add);
        }
        sentences.forEach(LOG::warn);
        return sentences;
    }
}

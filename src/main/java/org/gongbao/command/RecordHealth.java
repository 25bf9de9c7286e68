package org.gongbao.command;

import org.gongbao.bulk.Release;
import org.gongbao.bulk.Releases;
import org.gongbao.ingest.Samples;
import org.gongbao.publication.Certificates;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.ProjectionStatus;
import org.gongbao.publication.TransparencyLog;
import org.gongbao.system.GongbaoSettings;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Ready when all projections have caught up with the log and, where samples are loaded, they are in, the first release
 * for download included. Later releases come when publishing pauses, and nobody waits for them.
 */
@Component("record")
class RecordHealth implements HealthIndicator {

    private final Samples samples;
    private final DisseminationEngine engine;
    private final Releases releases;
    private final Certificates certificates;
    private volatile long firstRelease;

    RecordHealth(
            Samples samples,
            DisseminationEngine engine,
            Releases releases,
            TransparencyLog log,
            Certificates certificates,
            GongbaoSettings settings) {
        this.samples = samples;
        this.engine = engine;
        this.releases = releases;
        this.certificates = certificates;
        if (settings.samples()) {
            firstRelease = Long.MAX_VALUE;
            samples.whenDone(() -> firstRelease = log.size());
        }
    }

    @Override
    public Health health() {
        boolean isReady = samples.done() && engine.caughtUp() && released() >= firstRelease;
        Health.Builder health = isReady ? Health.up() : Health.outOfService();
        health.withDetail("samples", samples.done() ? "loaded" : "loading");
        for (ProjectionStatus projection : engine.status()) {
            health.withDetail(projection.name(), projection.lag() + " behind");
        }
        certificates
                .latest()
                .ifPresent(newest -> health.withDetail(
                        "certificate", "of position " + newest.position() + ", " + newest.differing() + " differ"));
        return health.build();
    }

    private long released() {
        return releases.latest().map(Release::position).orElse(0L);
    }
}

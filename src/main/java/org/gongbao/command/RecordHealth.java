package org.gongbao.command;

import org.gongbao.ingest.Samples;
import org.gongbao.publication.DisseminationEngine;
import org.gongbao.publication.ProjectionStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Ready when the samples are in, where they are loaded, and all projections have caught up with the log. */
@Component("record")
class RecordHealth implements HealthIndicator {

    private final Samples samples;
    private final DisseminationEngine engine;

    RecordHealth(Samples samples, DisseminationEngine engine) {
        this.samples = samples;
        this.engine = engine;
    }

    @Override
    public Health health() {
        Health.Builder health = samples.done() && engine.caughtUp() ? Health.up() : Health.outOfService();
        health.withDetail("samples", samples.done() ? "loaded" : "loading");
        for (ProjectionStatus projection : engine.status()) {
            health.withDetail(projection.name(), projection.lag() + " behind");
        }
        return health.build();
    }
}

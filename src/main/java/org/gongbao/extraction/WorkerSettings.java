package org.gongbao.extraction;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What a file may cost the worker processes.
 *
 * @param fast worker processes of the fast lane, 0 for one a core but at most two
 * @param firstTry time that a file gets in the fast lane
 * @param slowTry time that a file gets in the slow lane
 * @param slowTryPerPage what the slow lane adds for each page
 * @param recognitionPerPage time that the recognition of one page from its image may take
 * @param parsingMemory most resident memory of a worker that parses
 * @param recognitionMemory most resident memory of a worker that recognises images
 * @param parsingHeap most Java heap of a worker of the fast lane
 * @param recognitionHeap most Java heap of the worker of the slow lane
 * @param output most bytes of one result, and of all pages kept of one file
 * @param documents documents after which a worker is replaced
 * @param pagesGivenUp pages of a file that may be given up before all further ones are
 * @param start time that a worker may take to start
 */
@ConfigurationProperties("gongbao.workers")
public record WorkerSettings(
        @DefaultValue("0") int fast,
        @DefaultValue("2s") Duration firstTry,
        @DefaultValue("60s") Duration slowTry,
        @DefaultValue("50ms") Duration slowTryPerPage,
        @DefaultValue("20s") Duration recognitionPerPage,
        @DefaultValue("512MB") DataSize parsingMemory,
        @DefaultValue("1GB") DataSize recognitionMemory,
        @DefaultValue("320MB") DataSize parsingHeap,
        @DefaultValue("384MB") DataSize recognitionHeap,
        @DefaultValue("128MB") DataSize output,
        @DefaultValue("5000") int documents,
        @DefaultValue("5") int pagesGivenUp,
        @DefaultValue("60s") Duration start) {

    /** The defaults. */
    public static final WorkerSettings DEFAULT = new WorkerSettings(
            0,
            Duration.ofSeconds(2),
            Duration.ofSeconds(60),
            Duration.ofMillis(50),
            Duration.ofSeconds(20),
            DataSize.ofMegabytes(512),
            DataSize.ofGigabytes(1),
            DataSize.ofMegabytes(320),
            DataSize.ofMegabytes(384),
            DataSize.ofMegabytes(128),
            5000,
            5,
            Duration.ofSeconds(60));

    public WorkerSettings {
        if (fast < 0 || documents < 1 || pagesGivenUp < 1) {
            throw new IllegalArgumentException("gongbao.workers: counts came as fast=" + fast + ", documents="
                    + documents + ", pages-given-up=" + pagesGivenUp + ", expected 0 or more, 1 or more, 1 or more");
        }
    }

    /** Worker processes of the fast lane. */
    int fastWorkers() {
        return fast > 0 ? fast : Math.min(2, Runtime.getRuntime().availableProcessors());
    }
}

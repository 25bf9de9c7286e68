package org.gongbao.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Arrival;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Fills a fresh store with the sample documents (示例) that are packed into the program, once: the batch in the database
 * is the mark. A log that does not say 示例 never gets one of them. A run that was stopped goes on with the samples that are missing.
 */
public final class Samples {

    private static final Logger LOG = LoggerFactory.getLogger(Samples.class);
    private static final String ORIGIN = "samples";
    private static final String ROOT = "ingest/samples/";

    private final boolean wanted;
    private final PathMatchingResourcePatternResolver resolver;
    private final Archive archive;
    private final Ingest ingest;
    private final Batches batches;
    private final BooleanSupplier isOfSamples;
    private final LongSupplier logSize;
    private final List<Runnable> listeners = new ArrayList<>();
    private volatile boolean done;

    /**
     * @param resolver finds the samples on its class path
     * @param isOfSamples whether the origin of the log says 示例
     * @param logSize events in the log
     */
    Samples(
            boolean wanted,
            PathMatchingResourcePatternResolver resolver,
            Archive archive,
            Ingest ingest,
            Batches batches,
            BooleanSupplier isOfSamples,
            LongSupplier logSize) {
        this.wanted = wanted;
        this.resolver = resolver;
        this.archive = archive;
        this.ingest = ingest;
        this.batches = batches;
        this.isOfSamples = isOfSamples;
        this.logSize = logSize;
        this.done = !wanted;
    }

    /** Whether there is nothing (more) to load; readiness waits for it. */
    public boolean done() {
        return done;
    }

    /** Runs the listener when all is loaded, at once where it is already. */
    public void whenDone(Runnable listener) {
        synchronized (listeners) {
            if (!done) {
                listeners.add(listener);
                return;
            }
        }
        listener.run();
    }

    /** Loads what is missing and follows it to the end; tells of the progress in the log. */
    public void load() throws InterruptedException {
        if (!done) {
            Optional<Batch> batch = batchToFollow();
            if (batch.isPresent()) {
                fill(batch.get());
                Progress progress = ingest.awaitDone(batch.get(), Samples::log);
                LOG.info(
                        "samples: {} documents are published, {} held back, {} unreadable",
                        progress.count(OutcomeKind.PUBLISHED),
                        progress.count(OutcomeKind.HELD),
                        progress.count(OutcomeKind.UNREADABLE));
            }
            finish();
        }
    }

    private static void log(Progress progress) {
        if (progress.files() > 0) {
            LOG.info("samples: {} of {} files", progress.done(), progress.files());
        }
    }

    private void finish() {
        List<Runnable> waiting;
        synchronized (listeners) {
            done = true;
            waiting = List.copyOf(listeners);
            listeners.clear();
        }
        waiting.forEach(Runnable::run);
    }

    /** Empty where the store held something else before samples were ever asked for, or its log is a real one. */
    private Optional<Batch> batchToFollow() {
        if (!isOfSamples.getAsBoolean()) {
            LOG.warn("samples: none are loaded, for the log of this store is not marked 示例; use another data folder");
            return Optional.empty();
        }
        Optional<Batch> begun = batches.first(ORIGIN);
        if (begun.isPresent()) {
            return begun;
        }
        if (!isFresh()) {
            LOG.warn("samples: none are loaded, for this store holds other documents; use another data folder");
            return Optional.empty();
        }
        return Optional.of(batches.open(ORIGIN));
    }

    private boolean isFresh() {
        if (logSize.getAsLong() > 0) {
            return false;
        }
        try (java.util.stream.Stream<Arrival> arrivals = archive.arrivals()) {
            return arrivals.findAny().isEmpty();
        }
    }

    private void fill(Batch batch) {
        if (!ingest.progress(batch).submitted()) {
            Set<String> there = batches.names(batch);
            List<IncomingFile> missing = packed().stream()
                    .filter(sample -> !there.contains(sample.name()))
                    .toList();
            ingest.submitStreams(batch, missing, true);
            ingest.close(batch);
        }
    }

    private List<IncomingFile> packed() {
        List<IncomingFile> samples = new ArrayList<>();
        try {
            for (Resource resource : resolver.getResources("classpath*:/" + ROOT + "**")) {
                String name = nameOf(resource);
                if (!name.isEmpty() && SubmittedFiles.isDocument(name.substring(name.lastIndexOf('/') + 1))) {
                    samples.add(new IncomingFile(name, resource::getInputStream, claimed(resource)));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("the packed samples cannot be read: " + e.getMessage(), e);
        }
        samples.sort(Comparator.comparing(IncomingFile::name));
        return samples;
    }

    /** The path below the folder of samples; empty for what is no file. */
    private static String nameOf(Resource resource) throws IOException {
        String address =
                java.net.URLDecoder.decode(resource.getURL().toString().replace("+", "%2B"), StandardCharsets.UTF_8);
        int at = address.lastIndexOf(ROOT);
        return at < 0 || !resource.isReadable() ? "" : address.substring(at + ROOT.length());
    }

    private static @Nullable String claimed(Resource resource) throws IOException {
        Resource beside = resource.createRelative(resource.getFilename() + SubmittedFiles.CLAIMED);
        if (!beside.exists()) {
            return null;
        }
        try (InputStream in = beside.getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

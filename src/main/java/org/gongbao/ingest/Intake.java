package org.gongbao.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.gongbao.archive.Archive;
import org.gongbao.archive.Arrival;
import org.gongbao.archive.StorageException;
import org.jspecify.annotations.Nullable;

/**
 * Receives files, several at a time so that they share the wait for the disk, and puts them into the queue in the order in
 * which they came.
 */
final class Intake implements AutoCloseable {

    private static final int THREADS = 4;
    private static final int GROUP = 16;

    private final Archive archive;
    private final JobQueue queue;
    private final Batch batch;
    private final Purpose purpose;
    private final List<Future<NewJob>> group = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "ingest-intake");
        thread.setDaemon(true);
        return thread;
    });

    Intake(Archive archive, JobQueue queue, Batch batch, Purpose purpose) {
        this.archive = archive;
        this.queue = queue;
        this.batch = batch;
        this.purpose = purpose;
    }

    void take(IncomingFile file) {
        group.add(threads.submit(() -> receive(file)));
        if (group.size() >= GROUP) {
            flush();
        }
    }

    /** Lists what could not even be opened. */
    void unreadable(String name, IOException e) {
        flush();
        queue.add(batch.id(), List.of(unreceived(name, e)));
    }

    /** Puts all files that were taken into the queue; a storage fault is thrown once those that arrived are there. */
    void flush() {
        List<NewJob> jobs = new ArrayList<>();
        RuntimeException fault = null;
        for (Future<NewJob> received : group) {
            try {
                jobs.add(received.get());
            } catch (ExecutionException e) {
                fault = fault == null ? fault(e.getCause()) : fault;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                fault = new StorageException("the intake of files was interrupted", e);
                break;
            }
        }
        group.clear();
        queue.add(batch.id(), jobs);
        if (fault != null) {
            throw fault;
        }
    }

    private static RuntimeException fault(@Nullable Throwable cause) {
        return cause instanceof RuntimeException known ? known : new IllegalStateException(cause);
    }

    private NewJob receive(IncomingFile file) {
        try (InputStream bytes = file.content().open()) {
            Arrival arrival = archive.receive(bytes, file.fileName(), file.claimed());
            return new NewJob(
                    file.name().replace('\0', '\uFFFD'),
                    arrival.receipt(),
                    arrival.sha256(),
                    arrival.claimed(),
                    purpose,
                    null,
                    null,
                    null);
        } catch (IOException e) {
            return unreceived(file.name(), e);
        } catch (UncheckedIOException e) {
            return unreceived(file.name(), Objects.requireNonNull(e.getCause()));
        }
    }

    private NewJob unreceived(String name, IOException e) {
        String what = e instanceof NoSuchFileException
                ? "it is not there"
                : e instanceof AccessDeniedException ? "it may not be read" : String.valueOf(e.getMessage());
        return new NewJob(
                name, null, null, null, purpose, null, null, "file.unreadable: " + what + ", expected a readable file");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

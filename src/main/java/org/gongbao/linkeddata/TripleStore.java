package org.gongbao.linkeddata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.ReadWrite;
import org.apache.jena.tdb2.TDB2;
import org.apache.jena.tdb2.TDB2Factory;
import org.apache.jena.tdb2.sys.TDBInternal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The triple store: TDB2 in a folder of its own, one named graph a document. The file {@code current} names the folder in
 * use, so that a rebuilt store is swapped in at once.
 *
 * <p>A store that cannot be opened is put aside as {@code broken-…} and a new one is begun; the log fills it again.
 */
final class TripleStore implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TripleStore.class);

    private final Path folder;
    private final List<Dataset> opened = new ArrayList<>();
    private volatile Dataset current;
    private Path currentFolder;

    TripleStore(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            currentFolder = pointedTo();
            current = openOrBeginAnew();
            removeLeftovers();
        } catch (IOException e) {
            throw new UncheckedIOException("the triple store in " + folder + " cannot be opened", e);
        }
    }

    private Path pointedTo() throws IOException {
        Path pointer = folder.resolve("current");
        if (Files.exists(pointer)) {
            String name = Files.readString(pointer).strip();
            if (name.matches("store-\\d+") && Files.isDirectory(folder.resolve(name))) {
                return folder.resolve(name);
            }
            LOG.warn("The triple store {} is not there; it is built again from the log.", name);
        }
        Path fresh = newFolder();
        pointTo(fresh);
        return fresh;
    }

    private Dataset openOrBeginAnew() throws IOException {
        try {
            Dataset dataset = open(currentFolder);
            read(dataset, store -> store.getDefaultModel().size());
            return dataset;
        } catch (RuntimeException e) {
            LOG.warn(
                    "The triple store {} is damaged ({}); it is built again from the log.",
                    currentFolder,
                    e.toString());
            letGo();
            Path broken = folder.resolve("broken-" + currentFolder.getFileName());
            delete(broken);
            Files.move(currentFolder, broken);
            currentFolder = newFolder();
            pointTo(currentFolder);
            return open(currentFolder);
        }
    }

    private Dataset open(Path folder) {
        Dataset dataset = TDB2Factory.connectDataset(folder.toString());
        opened.add(dataset);
        dataset.getContext().set(TDB2.symUnionDefaultGraph, true);
        return dataset;
    }

    /** TDB2 keeps what it opened by its path for the life of the process; a path is therefore never used for two stores. */
    private Path newFolder() throws IOException {
        int number = 1;
        while (Files.exists(folder.resolve("store-" + number))
                || Files.exists(folder.resolve("broken-store-" + number))) {
            number++;
        }
        return Files.createDirectories(folder.resolve("store-" + number));
    }

    private void pointTo(Path store) throws IOException {
        Path next = folder.resolve("current.next");
        Files.writeString(next, store.getFileName() + "\n");
        try {
            Files.move(next, folder.resolve("current"), StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(next, folder.resolve("current"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Reads in a transaction. */
    <T> T read(Function<Dataset, T> reading) {
        return read(current, reading);
    }

    private static <T> T read(Dataset dataset, Function<Dataset, T> reading) {
        dataset.begin(ReadWrite.READ);
        try {
            return reading.apply(dataset);
        } finally {
            dataset.end();
        }
    }

    /** Changes in a transaction: all of it, or nothing where it throws. */
    void write(Consumer<Dataset> change) {
        write(current, change);
    }

    private static void write(Dataset dataset, Consumer<Dataset> change) {
        dataset.begin(ReadWrite.WRITE);
        try {
            change.accept(dataset);
            dataset.commit();
        } finally {
            dataset.end();
        }
    }

    /** Fills a new store and swaps it in. Queries that still read the old one end undisturbed. */
    void replace(Consumer<Dataset> filling) {
        try {
            Path fresh = newFolder();
            Dataset dataset = open(fresh);
            write(dataset, filling);
            pointTo(fresh);
            current = dataset;
            currentFolder = fresh;
        } catch (IOException e) {
            throw new UncheckedIOException("a new triple store cannot be made in " + folder, e);
        }
    }

    /** Deletes the stores that were replaced, and damaged ones put aside; what still reads them ends with an error. */
    synchronized void removeReplaced() {
        try {
            List<Dataset> replaced =
                    opened.stream().filter(dataset -> dataset != current).toList();
            replaced.forEach(dataset -> TDBInternal.expel(dataset.asDatasetGraph(), true));
            opened.removeAll(replaced);
            removeLeftovers();
            try (Stream<Path> all = Files.list(folder)) {
                for (Path broken : all.filter(
                                path -> path.getFileName().toString().startsWith("broken-"))
                        .toList()) {
                    delete(broken);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("replaced triple stores in " + folder + " cannot be deleted", e);
        }
    }

    /** Stores that a rebuild left behind go at the next start, when nobody reads them. */
    private void removeLeftovers() throws IOException {
        try (Stream<Path> stores = Files.list(folder)) {
            for (Path store : stores.filter(
                            path -> path.getFileName().toString().startsWith("store-"))
                    .filter(path -> !path.equals(currentFolder))
                    .toList()) {
                delete(store);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    /** Closes every file; what still reads ends with an error. */
    @Override
    public void close() {
        letGo();
    }

    private void letGo() {
        opened.forEach(dataset -> TDBInternal.expel(dataset.asDatasetGraph(), true));
        opened.clear();
    }
}

package org.gongbao.archive;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Arrivals and published packages as they are. An original is on disk, hashed and forced before {@link #receive} returns.
 */
public interface Archive {

    /**
     * Takes a file in: streams it to the inbox while hashing, forces it, and commits its receipt.
     *
     * @param name the name it came with; never used as a path
     * @param claimed what came beside it, such as the {@code .meta.json}, null where nothing did
     * @throws StorageException when it cannot be stored; nothing of it is left then
     * @throws java.io.UncheckedIOException when the bytes cannot be read to their end; nothing of them is left then
     */
    Arrival receive(InputStream bytes, String name, @Nullable String claimed);

    /** Moves an arrival's bytes from the inbox into OCFL (root {@code received}); does nothing when they are there. */
    void settle(Arrival arrival);

    /** Arrivals whose bytes still wait in the inbox, oldest first. */
    List<Arrival> unsettled();

    /**
     * The bytes of an original for reading, in the inbox or in OCFL. Open it at once: settling moves it; who then finds
     * nothing asks again.
     */
    Optional<Path> original(String sha256);

    /** The file of one arrival while it waits in the inbox; empty once it is settled. */
    Optional<Path> waiting(String receipt, String sha256);

    /** The arrival of a receipt; empty where none is known, or nothing but the receipt. */
    Optional<Arrival> arrival(String receipt);

    /** Every arrival, oldest first, but those of which only the receipt is left. Close the stream. */
    Stream<Arrival> arrivals();

    /**
     * Stores a version of a public object (root {@code public}) and forces it, files and folders; storing the same
     * version with the same bytes again forces it again and changes nothing.
     *
     * @param id of the object, such as {@code package/UID}
     * @param version from 1
     * @param files by name in the object
     */
    void store(String id, int version, Map<String, Path> files);

    /** The files of a version of a public object by name; empty when there is none. */
    Map<String, Path> stored(String id, int version);

    /** Highest stored version of a public object, 0 where there is none. */
    int latest(String id);

    /** Identifiers of all public objects that start with a prefix. */
    List<String> publicObjects(String prefix);

    /**
     * Destroys the versions of a public object up to one: each holds one file then that says so. The later ones stay. Doing
     * it again changes nothing.
     */
    void purge(String id, int upToVersion);

    /** Destroys a public object with all its versions; does nothing where it is not there. */
    void purge(String id);

    /** Destroys an original wherever it is kept, with the receipts and notes of its arrivals: nothing tells of it then. */
    void purgeOriginal(String sha256);

    /**
     * Makes everything whole after a process ended in the middle of its work, and takes in what waits in the inbox without
     * a receipt: to be called once at start by the process that owns the data folder, before anything else but
     * {@link #receive}.
     */
    void recover();

    /** Puts back the receipts of settled originals that the database has lost; how many. */
    int restoreArrivals();

    /** Checks every stored byte against its digest: what differs, by object and file, empty when all is well. */
    List<String> verify();
}

package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signs checkpoints with the key in {@code keys/log.ed25519}, which the first start makes, readable by its owner alone.
 *
 * <p>The last checkpoint signed is kept beside the key. A log that is not its continuation is never signed: whoever holds
 * the older checkpoint would see two histories.
 */
final class LogSigner {

    private static final Logger LOG = LoggerFactory.getLogger(LogSigner.class);

    private static final String KEY = "log.ed25519";
    private static final String LAST = "log.checkpoint";

    /** The key that signed before, kept for a while: what is signed bears both signatures then. */
    private static final String BEFORE = "log.ed25519.before";

    private final @Nullable LogKey key;
    private final @Nullable LogKey before;
    private final String verifier;
    private final Path last;
    private @Nullable Checkpoint newest;
    private boolean isChecked;

    /** Whether the newest checkpoint is not yet signed by the key that signs now. */
    private boolean isOfOtherKey;

    /** Opens the key in a folder, or makes one for this origin. */
    LogSigner(Path folder, String originOfNewLog) {
        Path file = folder.resolve(KEY);
        this.before = before(folder);
        String origin = before == null ? originOfNewLog : before.name();
        LogKey own = Files.exists(file) ? LogKey.parse(read(file)) : make(file, origin);
        if (before != null && !before.name().equals(own.name())) {
            throw new IllegalStateException(
                    "the key before, " + BEFORE + ", is that of the log " + before.name() + ", not of " + own.name());
        }
        this.key = own;
        this.verifier = own.verifierText();
        this.last = folder.resolve(LAST);
        this.newest = Files.exists(last) ? newest(read(last)) : null;
    }

    private static @Nullable LogKey before(Path folder) {
        Path file = folder.resolve(BEFORE);
        return Files.exists(file) ? LogKey.parse(read(file)) : null;
    }

    /** The last checkpoint, by the key of now or else the one before. */
    private Checkpoint newest(String note) {
        try {
            return Checkpoint.verify(note, verifier);
        } catch (IllegalArgumentException e) {
            if (before == null) {
                throw e;
            }
            isOfOtherKey = true;
            return Checkpoint.verify(note, before.verifierText());
        }
    }

    private LogSigner(Path folder, Mirror mirror) {
        this.key = null;
        this.before = null;
        this.verifier = mirror.verifier();
        this.last = folder.resolve(LAST);
        this.newest = Files.exists(last) ? Checkpoint.verify(read(last), verifier) : null;
    }

    /** That of a mirror: it signs nothing and shows the leader's checkpoints. */
    static LogSigner ofMirror(Path folder, Mirror mirror) {
        return new LogSigner(folder, mirror);
    }

    boolean isMirror() {
        return key == null;
    }

    /** Keeps the leader's checkpoint, of which every event is here. */
    synchronized void keep(Checkpoint checkpoint) {
        if (newest == null || checkpoint.size() > newest.size()) {
            write(last, checkpoint.note());
            newest = checkpoint;
        }
    }

    /**
     * Opens the key of a store. The archive keeps what verifies it, so that a log whose key was lost keeps its origin; that
     * the key is another one is said. Any command makes a key, so a store that holds nothing yet takes the origin that it is
     * asked to have now: 示例 where it is to be filled with samples, none where it is not.
     *
     * @param known file of the archive with the verifier
     * @param isUnused whether log and store are empty
     */
    static LogSigner open(Path folder, Path known, String originOfNewLog, boolean isUnused) {
        if (isUnused) {
            forgetOtherOrigin(folder, known, originOfNewLog);
        }
        String before = Files.exists(known) ? read(known).strip() : "";
        LogSigner signer =
                new LogSigner(folder, before.isEmpty() ? originOfNewLog : before.substring(0, before.indexOf('+')));
        if (!before.equals(signer.verifier())) {
            if (!before.isEmpty()) {
                LOG.warn(
                        "The key {} of the log is not there: from now on {} signs, and readers need to be told",
                        before,
                        signer.verifier());
            }
            write(known, signer.verifier() + "\n");
        }
        return signer;
    }

    private static void forgetOtherOrigin(Path folder, Path known, String origin) {
        Path key = folder.resolve(KEY);
        Path last = folder.resolve(LAST);
        boolean isOther = Files.exists(key)
                ? !LogKey.parse(read(key)).name().equals(origin)
                : Files.exists(known) && !read(known).startsWith(origin + "+");
        if (!isOther || Files.exists(last) && !isEmpty(read(last))) {
            return;
        }
        try {
            for (Path file : List.of(last, known, key)) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the key in " + folder + " cannot be made anew", e);
        }
    }

    /** Whether a checkpoint is of a log without events: its second line is the size. */
    private static boolean isEmpty(String checkpoint) {
        return checkpoint.lines().skip(1).findFirst().orElse("").equals("0");
    }

    /** The log's origin line, fixed when its key was made. */
    String origin() {
        return verifier.substring(0, verifier.indexOf('+'));
    }

    String verifier() {
        return verifier;
    }

    /**
     * A text that is no checkpoint and ends in a line break, signed: the signature's line alone, without its end; two lines while a
     * key before is kept, the one of now first.
     */
    String signText(String text) {
        if (key == null) {
            throw new IllegalStateException("a mirror signs nothing");
        }
        String own = key.sign(text).substring(text.length() + 1);
        return (before == null ? own : own + before.sign(text).substring(text.length() + 1)).strip();
    }

    /** The signed checkpoint of the log as it is now. */
    synchronized Checkpoint sign(LogStore log) {
        long size = log.size();
        Checkpoint old = newest;
        boolean isOfNow = old != null && old.size() == size && !isOfOtherKey;
        if (old != null && isChecked && isOfNow) {
            return old;
        }
        if (old != null && !continues(old, log, size)) {
            throw new IllegalStateException("the log of " + size + " events does not continue the checkpoint of "
                    + old.size() + " events that was signed before; restore the missing events, or start a new log");
        }
        isChecked = true;
        if (old != null && (isOfNow || key == null)) {
            return old;
        }
        if (key == null) {
            throw new IllegalStateException("nothing was taken from the leader yet, so there is no checkpoint");
        }
        Checkpoint signed = Checkpoint.signed(origin(), size, log.tree().root(size), key);
        newest = before == null ? signed : signed.alsoBy(before);
        write(last, newest.note());
        isOfOtherKey = false;
        return newest;
    }

    private static boolean continues(Checkpoint before, LogStore log, long size) {
        return before.size() <= size && Arrays.equals(log.tree().root(before.size()), before.root());
    }

    private static LogKey make(Path file, String origin) {
        LogKey made = LogKey.generate(origin);
        write(file, made.privateText() + "\n");
        return made;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be read", e);
        }
    }

    private static void write(Path file, String text) {
        try {
            Path fresh = Files.createTempFile(file.getParent(), "new", ".tmp", ownerOnly(file));
            try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
                out.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Folders.forceEntry(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the file " + file + " cannot be written", e);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}

package org.gongbao.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.gongbao.publication.ErasedTraces;
import org.gongbao.publication.Uid;

/**
 * Letters as files ({@code outbox/*.eml} of the data folder), where no mail server is set: another program may take them from
 * there. A letter that comes again takes the place of its file. Files go with the subscription, with a document that is erased and
 * that they name, and after {@link Outbox#KEPT}.
 */
final class FileMailbox implements Mailbox, ErasedTraces {

    private static final String ENDING = ".eml";

    private final Path folder;
    private final LetterMessages messages;

    /** @param folder made with the first letter */
    FileMailbox(Path folder, LetterMessages messages) {
        this.folder = folder;
        this.messages = messages;
    }

    @Override
    public Channel.Answer send(Letter letter) {
        try {
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, "letter", ".tmp");
            try (OutputStream out = Files.newOutputStream(beside)) {
                messages.message(Session.getInstance(new Properties()), letter).writeTo(out);
            }
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.setPosixFilePermissions(beside, PosixFilePermissions.fromString("rw-------"));
            }
            Files.move(
                    beside,
                    folder.resolve(letter.subscription() + "-" + letter.name() + ENDING),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            return new Channel.Answer(true, "file");
        } catch (IOException | MessagingException e) {
            return new Channel.Answer(false, "file");
        }
    }

    @Override
    public void forget(String subscription) {
        deleteIf(file -> file.getFileName().toString().startsWith(subscription + "-"));
    }

    void deleteBefore(Instant bound) {
        deleteIf(file -> Files.getLastModifiedTime(file).toInstant().isBefore(bound));
    }

    @Override
    public List<String> destroy(Uid uid) {
        deleteIf(file -> Files.readString(file, StandardCharsets.ISO_8859_1).contains(uid.value()));
        return List.of();
    }

    private void deleteIf(Wanted wanted) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                if (wanted.test(file)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the letters in " + folder + " cannot be deleted", e);
        }
    }

    private interface Wanted {
        boolean test(Path file) throws IOException;
    }
}

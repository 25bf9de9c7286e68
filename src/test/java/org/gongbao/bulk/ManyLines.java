package org.gongbao.bulk;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublishedDocument;
import org.gongbao.publication.PublishedStore;
import org.gongbao.publication.Uid;

/** Makes the files of a release from the lines of as many documents as one likes, in a process of its own. */
public final class ManyLines {

    private static final int CHARACTERS = 4000;

    private ManyLines() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        int documents = Integer.parseInt(arguments[1]);
        Random random = new Random(Long.parseLong(arguments[2]));
        Path lines = folder.resolve(DocumentLine.FILE + Packing.ZSTD.suffix);
        try (OutputStream out = Packing.ZSTD.pack(Files.newOutputStream(lines))) {
            for (int number = 1; number <= documents; number++) {
                out.write(DocumentLine.of(document(number, random)));
                out.write('\n');
            }
        }
        DerivedFiles.write(lines, folder);
    }

    private static PublishedDocument document(int number, Random random) {
        Uid uid = new Uid("%016d".formatted(number));
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < CHARACTERS; i++) {
            text.append((char) ('一' + random.nextInt(3000)));
        }
        List<PublicPackage.File> files = List.of("document.pdf", "record.json", "text.txt").stream()
                .map(name -> new PublicPackage.File(
                        name, "application/pdf", number, Digest.of(name + number), Path.of(name)))
                .toList();
        Instant at = Instant.parse("2024-03-01T01:00:00Z").plusSeconds(number);
        return new PublishedDocument(
                uid,
                1,
                number,
                at,
                at,
                new PublicPackage(
                        uid,
                        1,
                        PublishedStore.notice(number, "第" + number).toBuilder()
                                .text(text.toString())
                                .build(),
                        files),
                List.of());
    }
}

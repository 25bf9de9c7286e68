package org.gongbao.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A projection in one file that is replaced as a whole: its position, then uid, version, position and title of every document.
 */
class FileProjection implements Dissemination {

    private final String name;
    private final Path file;

    FileProjection(String name, Path folder) {
        this.name = name;
        this.file = folder.resolve(name + ".projection");
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public long position() {
        return Files.exists(file) ? Long.parseLong(lines().get(0)) : 0;
    }

    @Override
    public void apply(List<Change> changes, long position) {
        Map<String, String> documents = documents();
        for (Change change : changes) {
            put(documents, change);
        }
        write(documents, position);
    }

    @Override
    public void rebuild(Stream<Change> documents, long position) {
        Map<String, String> fresh = new TreeMap<>();
        documents.forEach(change -> put(fresh, change));
        write(fresh, position);
    }

    private static void put(Map<String, String> documents, Change change) {
        PublishedDocument document = change.document();
        if (document == null) {
            documents.remove(change.uid().value());
        } else {
            documents.put(change.uid().value(), line(document));
        }
    }

    static String line(PublishedDocument document) {
        return document.version() + " " + document.relations().size() + " "
                + document.record().title();
    }

    Map<String, String> documents() {
        Map<String, String> documents = new TreeMap<>();
        if (Files.exists(file)) {
            lines().stream().skip(1).forEach(line -> documents.put(line.substring(0, 16), line.substring(17)));
        }
        return documents;
    }

    private List<String> lines() {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(Map<String, String> documents, long position) {
        StringBuilder text = new StringBuilder().append(position).append('\n');
        documents.forEach(
                (uid, line) -> text.append(uid).append(' ').append(line).append('\n'));
        try {
            Path fresh = Files.writeString(file.resolveSibling(name + ".new"), text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

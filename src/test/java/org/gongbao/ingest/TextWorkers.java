package org.gongbao.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.gongbao.extraction.UnreadableFileException;
import org.gongbao.extraction.Workers;
import org.gongbao.record.CanonicalJson;
import org.gongbao.record.DocumentRecord;
import org.gongbao.record.Source;

/**
 * Reads a text file: the first line is its title, a line {@code 收录：…} a document inside it, a line {@code 密级：…} the mark
 * on the whole, a line {@code 定密：…} one that the pre-scan sees. Titles that begin with 无法读取, 机器故障, 扫描故障 or 栈溢出 fail
 * accordingly.
 */
final class TextWorkers implements Workers {

    /** Titles that today's rules overlook; what is not found is no document of the issue. */
    final Set<String> overlooked = ConcurrentHashMap.newKeySet();

    /** What today's rules put before the title of a file. */
    volatile String prefix = "";

    /** Whether today's rules do not know the mark. */
    volatile boolean overlooksMarks;

    final ConcurrentLinkedQueue<Map<String, String>> asked = new ConcurrentLinkedQueue<>();

    @Override
    public byte[] run(String task, Path file, Map<String, String> options) {
        if (task.equals("prescan")) {
            return prescan(read(file)).getBytes(StandardCharsets.UTF_8);
        }
        asked.add(options);
        String text = read(file);
        if (text.startsWith("无法读取")) {
            throw new UnreadableFileException(
                    "file.encrypted", "the file is encrypted, expected one without a password");
        }
        if (text.startsWith("机器故障")) {
            throw new IllegalStateException("the reader has a fault");
        }
        if (text.startsWith("栈溢出")) {
            throw new StackOverflowError();
        }
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("extraction", Map.of("pages", List.of(Map.of("number", 1))));
        result.put("record", record(options.getOrDefault("name", ""), text));
        return CanonicalJson.bytes(result);
    }

    private static String prescan(String text) {
        if (text.startsWith("扫描故障")) {
            throw new IllegalStateException("the pre-scan has a fault");
        }
        return text.lines()
                .filter(line -> line.startsWith("定密："))
                .map(line -> "yes " + line.substring(3))
                .findFirst()
                .orElse("no");
    }

    private DocumentRecord record(String name, String text) {
        List<DocumentRecord> items = new ArrayList<>();
        text.lines()
                .skip(1)
                .filter(line -> line.startsWith("收录：") && !overlooked.contains(line.substring(3)))
                .forEach(line -> items.add(titled(name, line.substring(3)).build()));
        String secrecy = text.lines()
                .filter(line -> (line.startsWith("密级：") || line.startsWith("定密：")) && !overlooksMarks)
                .map(line -> line.substring(3))
                .findFirst()
                .orElse(null);
        return titled(name, prefix + text.lines().findFirst().orElse(""))
                .secrecy(secrecy)
                .text(text)
                .items(items)
                .build();
    }

    private static DocumentRecord.Builder titled(String name, String title) {
        return DocumentRecord.builder(new Source(name, "0".repeat(64), "text/plain", 1, "UTF-8", null, false))
                .title(title);
    }

    private static String read(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}

package org.gongbao.extraction;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Tasks that behave well and badly in worker processes, for the tests of the host. */
public final class TestTasks {

    private TestTasks() {}

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Gives the file's own bytes back. */
    public static final class Echo implements WorkerTask {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException {
            return Files.readAllBytes(file);
        }
    }

    /** Says what the process is: number, environment, temporary folder, network. */
    public static final class Self implements WorkerTask {
        @Override
        public String name() {
            return "self";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) {
            return bytes(
                    switch (options.getOrDefault("ask", "process")) {
                        case "environment" -> System.getenv().keySet().toString();
                        case "temporary" -> System.getProperty("java.io.tmpdir");
                        case "network" -> reached(Integer.parseInt(options.get("port")));
                        default -> Long.toString(ProcessHandle.current().pid());
                    });
        }

        private static String reached(int port) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress("127.0.0.1", port), 1000);
                return "reached";
            } catch (IOException e) {
                return "none";
            }
        }
    }

    /** Sleeps as many milliseconds as asked, then says so. */
    public static final class Sleep implements WorkerTask {
        @Override
        public String name() {
            return "sleep";
        }

        @Override
        @SuppressWarnings("ThreadSleep")
        public byte[] run(Path file, Map<String, String> options, Pages pages) {
            try {
                Thread.sleep(Long.parseLong(options.get("milliseconds")));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return bytes("awake");
        }
    }

    /** Ends the process. */
    public static final class Halt implements WorkerTask {
        @Override
        public String name() {
            return "halt";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) {
            System.err.println("the parser fell over");
            if (options.containsKey("exit")) {
                System.exit(41);
            }
            Runtime.getRuntime().halt(42);
            return new byte[0];
        }
    }

    /** Takes memory on the heap, or beside it, until something ends it. */
    public static final class Allocate implements WorkerTask {
        private static final int PIECE = 8 << 20;

        @Override
        public String name() {
            return "allocate";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) {
            List<Object> held = new ArrayList<>();
            while (true) {
                held.add(options.containsKey("heap") ? new byte[PIECE] : beside());
            }
        }

        private static java.nio.ByteBuffer beside() {
            java.nio.ByteBuffer buffer = java.nio.ByteBuffer.allocateDirect(PIECE);
            for (int i = 0; i < PIECE; i += 1024) {
                buffer.put(i, (byte) 1);
            }
            return buffer;
        }
    }

    /** Sends too much: one long result, pages without end, or print-outs. */
    public static final class Flood implements WorkerTask {
        @Override
        public String name() {
            return "flood";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException {
            switch (options.get("by")) {
                case "pages" -> {
                    for (int page = 1; page > 0; page++) {
                        pages.keep(page, new byte[100_000]);
                    }
                }
                case "print" -> {
                    for (int i = 0; i < 200_000; i++) {
                        System.out.println("a library that talks");
                    }
                }
                case "descriptor" -> {
                    try (OutputStream out = new FileOutputStream(FileDescriptor.out)) {
                        out.write(bytes("printf from a native library\n".repeat(1000)));
                    }
                }
                default -> {
                    return new byte[Integer.parseInt(options.get("bytes"))];
                }
            }
            return bytes("done");
        }
    }

    /** Fails or refuses. */
    public static final class Fail implements WorkerTask {
        @Override
        public String name() {
            return "fail";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) {
            if (options.containsKey("refuse")) {
                throw new UnreadableFileException("file.encrypted", "an encrypted file came, expected an open one");
            }
            if (options.containsKey("deep")) {
                return bytes(Integer.toString(deep(0)));
            }
            throw new IllegalStateException("no such glyph");
        }

        private static int deep(int level) {
            return level < 0 ? 0 : deep(level + 1) + 1;
        }
    }

    /**
     * Goes through the pages of an image file, writing one byte to the file for each page that it really works on. Option
     * {@code halts} names pages that end the process, {@code hangs} pages that never end; the first time only, where
     * {@code once} is set.
     */
    public static final class Paged implements WorkerTask {
        @Override
        public String name() {
            return "paged";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) throws IOException {
            int count = Integer.parseInt(options.get("pages"));
            pages.expect(count, true);
            StringBuilder text = new StringBuilder();
            for (int page = 1; page <= count; page++) {
                text.append(page(file, options, pages, page)).append(' ');
            }
            return bytes(text.toString().strip());
        }

        private static String page(Path file, Map<String, String> options, Pages pages, int page) throws IOException {
            if (pages.givenUp(page)) {
                return "-";
            }
            byte[] kept = pages.kept(page).orElse(null);
            if (kept != null) {
                return new String(kept, StandardCharsets.UTF_8);
            }
            long before = Files.size(file);
            Files.write(file, bytes((char) ('a' + page - 1) + ""), java.nio.file.StandardOpenOption.APPEND);
            boolean again = Files.readString(file).indexOf((char) ('a' + page - 1)) < before;
            misbehave(options, page, again);
            pages.keep(page, bytes("p" + page));
            return "p" + page;
        }

        @SuppressWarnings("ThreadSleep")
        private static void misbehave(Map<String, String> options, int page, boolean again) {
            if (again && options.containsKey("once")) {
                return;
            }
            if (List.of(options.getOrDefault("halts", "").split(",")).contains("" + page)) {
                Runtime.getRuntime().halt(43);
            }
            if (List.of(options.getOrDefault("hangs", "").split(",")).contains("" + page)) {
                try {
                    Thread.sleep(3_600_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    /** Reads an image file as the extractor does and gives its text and the codes of its findings. */
    public static final class Image implements WorkerTask {
        @Override
        public String name() {
            return "image";
        }

        @Override
        public byte[] run(Path file, Map<String, String> options, Pages pages) {
            ExtractedText text =
                    new ImageExtractor().extract(file, options.get("type"), ExtractionLimits.DEFAULT, pages);
            StringBuilder out = new StringBuilder();
            text.blocks()
                    .forEach(block -> out.append(((Paragraph) block).text()).append('\n'));
            text.findings()
                    .forEach(finding -> out.append('!')
                            .append(finding.page())
                            .append(' ')
                            .append(finding.code())
                            .append('\n'));
            return bytes(out.toString());
        }
    }
}

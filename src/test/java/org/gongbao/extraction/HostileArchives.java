package org.gongbao.extraction;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** ZIP archives that grow, lie, or lead elsewhere. */
final class HostileArchives {

    private static final byte[] TEXT = TestFiles.bytes("云州市人民政府公告");

    private HostileArchives() {}

    static List<HostileFile> all() {
        return List.of(
                HostileFile.noted("bomb.zip", HostileArchives::bomb, "file.too-large"),
                HostileFile.noted("nested-10.zip", out -> out.write(nested(10)), "zip.too-deep"),
                HostileFile.noted("itself.zip", out -> out.write(ZipQuine.bytes()), "zip.too-deep"),
                HostileFile.noted(
                        "one-part-many-names.zip",
                        out -> out.write(overlapping(20_000)),
                        "file.too-large",
                        "zip.too-many-parts",
                        "file.damaged"),
                HostileFile.noted("many-entries.zip", HostileArchives::manyEntries, "zip.too-many-parts"),
                HostileFile.read("paths.zip", HostileArchives::paths, "云州市人民政府公告"),
                HostileFile.read("lying-size-small.zip", out -> out.write(lying(3)), "云州市人民政府公告"),
                HostileFile.blank("lying-size-large.zip", out -> out.write(lying(0x7FFFFFF0)), "file.too-large"),
                HostileFile.noted("directory-elsewhere.zip", out -> out.write(directoryElsewhere()), "file.damaged"),
                HostileFile.noted("random.zip", out -> out.write(random()), "file.damaged"),
                HostileFile.refused("gzip.txt", HostileArchives::gzip, "file.unknown", "file.unsupported"));
    }

    static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }

    /** Two gigabytes of nothing in ten parts. */
    private static void bomb(OutputStream out) throws IOException {
        byte[] blanks = new byte[1 << 20];
        ZipOutputStream zip = new ZipOutputStream(out);
        for (int part = 0; part < 10; part++) {
            zip.putNextEntry(new ZipEntry(part + ".bin"));
            for (int i = 0; i < 100; i++) {
                zip.write(blanks);
            }
        }
        zip.finish();
    }

    private static byte[] nested(int depth) throws IOException {
        byte[] bytes = TEXT;
        for (int i = 0; i < depth; i++) {
            bytes = zip(Map.of(i == 0 ? "公告.txt" : "inner.zip", bytes));
        }
        return bytes;
    }

    /** Every name of the directory stands for the same bytes, a megabyte unpacked. */
    private static byte[] overlapping(int names) throws IOException {
        byte[] content = new byte[1 << 20];
        byte[] packed = deflate(content);
        RawZip zip = new RawZip();
        int place = zip.local("0.txt", packed, content);
        for (int i = 0; i < names; i++) {
            zip.directory(i + ".txt", packed, content, content.length, place);
        }
        return zip.finish();
    }

    private static void manyEntries(OutputStream out) throws IOException {
        ZipOutputStream zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.NO_COMPRESSION);
        for (int i = 0; i < 100_000; i++) {
            zip.putNextEntry(new ZipEntry("e" + i + ".txt"));
            zip.write('a');
        }
        zip.finish();
    }

    private static void paths(OutputStream out) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        for (String name : List.of(
                "../../../outside.txt",
                "/etc/gongbao-absolute.txt",
                "C:\\gongbao.txt",
                "nul\u0000byte.txt",
                "a/".repeat(2_000) + "deep.txt",
                "\u202Etxt.exe",
                "CON",
                " ")) {
            entries.put(name, TEXT);
        }
        out.write(zip(entries));
    }

    private static byte[] lying(int size) throws IOException {
        byte[] content = TEXT.clone();
        byte[] packed = deflate(content);
        RawZip zip = new RawZip();
        zip.directory("公告.txt", packed, content, size, zip.local("公告.txt", packed, content));
        return zip.finish();
    }

    private static byte[] directoryElsewhere() throws IOException {
        byte[] bytes = zip(Map.of("公告.txt", TEXT));
        for (int i = 0; i < 4; i++) {
            bytes[bytes.length - 6 + i] = (byte) 0xFF;
        }
        return bytes;
    }

    private static byte[] random() {
        byte[] noise = new byte[100_000];
        new java.util.Random(43).nextBytes(noise);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, noise, 0, 4);
        return noise;
    }

    private static void gzip(OutputStream out) throws IOException {
        try (var gzip = new java.util.zip.GZIPOutputStream(new FilterOutputStream(out) {
            @Override
            public void close() {}
        })) {
            gzip.write("云州市财政局通知".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        }
    }

    static byte[] deflate(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(packed, new Deflater(9, true))) {
            out.write(content);
        }
        return packed.toByteArray();
    }

    static long crc(byte[] content) {
        CRC32 crc = new CRC32();
        crc.update(content);
        return crc.getValue();
    }
}

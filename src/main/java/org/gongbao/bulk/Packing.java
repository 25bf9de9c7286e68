package org.gongbao.bulk;

import com.github.luben.zstd.ZstdInputStream;
import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/**
 * How files of releases are packed. Both packers travel with the program, so that the same bytes are packed alike on every
 * machine: gzip by JZlib, whose header states no time, and Zstandard by the library inside zstd-jni.
 */
enum Packing {
    GZIP(".gz", "application/gzip"),
    ZSTD(".zst", "application/zstd");

    /** What packed the files; another one may give other bytes, so that a manifest names it. */
    static final String MADE_BY = "gzip: jzlib 1.1.3 level 6; zstd: " + com.github.luben.zstd.util.ZstdVersion.VERSION
            + " level 3; " + ParquetFile.MADE_BY;

    private static final int BUFFER = 1 << 16;
    private static final int ZSTD_LEVEL = 3;
    private static final int GZIP_LEVEL = 6;

    /** The window of deflate, and that a header of gzip stands before it. */
    private static final int GZIP_WINDOW = 15 + 16;

    final String suffix;
    final String mediaType;

    Packing(String suffix, String mediaType) {
        this.suffix = suffix;
        this.mediaType = mediaType;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    OutputStream pack(OutputStream out) throws IOException {
        OutputStream packed = this == GZIP
                ? new com.jcraft.jzlib.GZIPOutputStream(
                        out, new com.jcraft.jzlib.Deflater(GZIP_LEVEL, GZIP_WINDOW), BUFFER, true)
                : new ZstdOutputStream(out, ZSTD_LEVEL).setChecksum(true);
        return new BufferedOutputStream(packed, BUFFER);
    }

    /** Opens a file and unpacks it by its name. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        String name = file.toString();
        try {
            if (name.endsWith(GZIP.suffix)) {
                return new GZIPInputStream(in, BUFFER);
            }
            return name.endsWith(ZSTD.suffix) ? new BufferedInputStream(new ZstdInputStream(in), BUFFER) : in;
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }
}

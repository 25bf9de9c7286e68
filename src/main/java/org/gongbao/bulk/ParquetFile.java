package org.gongbao.bulk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.Version;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.jspecify.annotations.Nullable;

/**
 * A table as Apache Parquet: typed columns that readers take one by one. It packs its own pages, with the Zstandard that packs
 * the other files, so that it lies there once and as it is. No time and no place are in it: the same rows are the same bytes.
 */
final class ParquetFile implements TableFile {

    static final String SUFFIX = ".parquet";
    static final String MEDIA_TYPE = "application/vnd.apache.parquet";

    /** What wrote it; another one may write other bytes. */
    static final String MADE_BY = "parquet: " + Version.VERSION_NUMBER;

    /** What is held in memory before it is written out; all tables of a release are open at the same time. */
    private static final long ROW_GROUP = 4L << 20;

    private static final int PAGE = 256 << 10;

    /** What a column remembers of its values, to say each of them once; one that has more of them is written out plain. */
    private static final int DICTIONARY = 256 << 10;

    private final Path file;
    private final ParquetWriter<@Nullable Object[]> out;

    ParquetFile(Path folder, String name, List<Column> columns) throws IOException {
        file = folder.resolve(name);
        out = new Builder(new LocalOutputFile(file), columns)
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP)
                .withPageSize(PAGE)
                .withDictionaryPageSize(DICTIONARY)
                .build();
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        out.write(cells);
    }

    @Override
    public List<Release.ReleaseFile> finish() throws IOException {
        out.close();
        long bytes = Files.size(file);
        String sha256 = Digest.ofFile(file);
        return List.of(new Release.ReleaseFile(
                file.getFileName().toString(), MEDIA_TYPE, "none", bytes, sha256, bytes, sha256));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }

    private static final class Builder extends ParquetWriter.Builder<@Nullable Object[], Builder> {
        private final List<Column> columns;

        Builder(OutputFile file, List<Column> columns) {
            super(file);
            this.columns = columns;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(Configuration configuration) {
            return new ParquetRows(columns);
        }

        @Override
        protected WriteSupport<@Nullable Object[]> getWriteSupport(ParquetConfiguration configuration) {
            return new ParquetRows(columns);
        }
    }
}

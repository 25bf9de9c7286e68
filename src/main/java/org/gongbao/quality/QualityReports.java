package org.gongbao.quality;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The report that holds now (现行质量报告): an operator's own one in the data folder, else that of the program's own samples,
 * which is packed and beneath which no build of the program may fall.
 */
public final class QualityReports {

    /** Where an operator's own report lies in the data folder. */
    public static final String FOLDER = "quality";

    private static final Logger LOG = LoggerFactory.getLogger(QualityReports.class);

    private static final String PACKED = "/ingest/quality/" + QualityReport.FILE;

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path own;
    private final QualityReport packed;

    /** @param data the data folder */
    public QualityReports(Path data) {
        own = data.resolve(FOLDER).resolve(QualityReport.FILE);
        packed = packed();
    }

    /** Read anew each time, so that a new measurement is seen without a start. */
    public QualityReport current() {
        return own().orElse(packed);
    }

    private Optional<QualityReport> own() {
        if (!Files.isRegularFile(own)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(Files.readAllBytes(own)));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn(
                    "the quality report in the data folder cannot be read, the packed one is shown: {}",
                    e.getMessage());
            return Optional.empty();
        }
    }

    /** The report of the program's own samples. */
    public static QualityReport packed() {
        try (InputStream in = QualityReports.class.getResourceAsStream(PACKED)) {
            if (in == null) {
                throw new IllegalStateException("the quality report is missing, expected it at " + PACKED);
            }
            return read(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("the packed quality report cannot be read", e);
        }
    }

    /**
     * Reads a report.
     *
     * @throws IllegalArgumentException where the bytes are none; the message says why
     */
    public static QualityReport read(byte[] json) {
        try {
            QualityReport report = JSON.readValue(json, QualityReport.class);
            if (!QualityReport.SCHEMA.equals(report.schema())) {
                throw new IllegalArgumentException(
                        "schema is " + report.schema() + ", expected " + QualityReport.SCHEMA);
            }
            return report;
        } catch (JacksonException e) {
            throw new IllegalArgumentException("no quality report: " + e.getOriginalMessage(), e);
        }
    }
}

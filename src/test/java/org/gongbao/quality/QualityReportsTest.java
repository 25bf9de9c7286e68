package org.gongbao.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.gongbao.record.CanonicalJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which report is shown. */
class QualityReportsTest {

    @TempDir
    Path data;

    @Test
    void thePackedOneIsShownUntilThereIsAnOwn() throws IOException {
        QualityReports reports = new QualityReports(data);
        assertThat(reports.current()).isEqualTo(QualityReports.packed());

        QualityReport own = new Ledger().report(LocalDate.of(2024, 3, 12), QualityReport.OWN);
        write(CanonicalJson.write(own));
        assertThat(reports.current()).isEqualTo(own);
    }

    @Test
    void whatIsNoReportIsNotShown() throws IOException {
        write("{\"schema\":\"other/1\"}");
        assertThat(new QualityReports(data).current()).isEqualTo(QualityReports.packed());
        write("{");
        assertThat(new QualityReports(data).current()).isEqualTo(QualityReports.packed());
    }

    private void write(String report) throws IOException {
        Path folder = Files.createDirectories(data.resolve(QualityReports.FOLDER));
        Files.writeString(folder.resolve(QualityReport.FILE), report);
    }
}

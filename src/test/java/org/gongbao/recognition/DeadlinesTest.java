package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gongbao.recognition.Yunzhou.recognise;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.gongbao.record.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeadlinesTest {

    private static final LocalDate ISSUED = LocalDate.of(2023, 5, 6);

    private static List<LocalDate> dates(String days) {
        return days == null
                ? List.of()
                : Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "7月10日前|2023-07-10",
                "7月10日以前|2023-07-10",
                "7月底前|2023-07-31",
                "9月中旬前|2023-09-20",
                "9月上旬前|2023-09-10",
                "2025年6月底前|2025-06-30",
                "2024年3月底前出台方案，6月底前建成|2024-03-31 2024-06-30",
                "年底前|2023-12-31",
                "今年年底前|2023-12-31",
                "2025年底前|2025-12-31",
                "明年年底前|2024-12-31",
                "年内完成|2023-12-31",
                "今年内完成|2023-12-31",
                "上半年完成|2023-06-30",
                "2024年上半年前|2024-06-30",
                "下半年完成|2023-12-31",
                "第三季度末前|2023-09-30",
                "三季度前|2023-09-30",
                "2024年1季度内|2024-03-31",
                "次年1月31日前|2024-01-31",
                "明年3月底前|2024-03-31",
                "本月底前|2023-05-31",
                "下月10日前|2023-06-10",
                "每季度首月10日前|2023-07-10 2023-10-10",
                "每季度末月20日前|2023-06-20 2023-09-20 2023-12-20",
                "每季度末|2023-06-30 2023-09-30 2023-12-31",
                "每月5日前|2023-06-05 2023-07-05 2023-08-05 2023-09-05 2023-10-05 2023-11-05 2023-12-05",
                "每年9月底前|2023-09-30",
                "每年3月底前|",
                "每年年底前|2023-12-31",
                "每半年末前|2023-06-30 2023-12-31",
                "30日内|",
                "三年内|",
                "5年内建成|",
                "收到之日起15日内|",
                "2月30日前|",
                "月收入|"
            })
    void eachFormIsResolvedWithTheYearOfTheDocument(String words, String days) {
        assertThat(Deadlines.in(words, ISSUED)).isEqualTo(dates(days));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"7月10日前|", "年底前|", "每月5日前|", "第三季度末前|", "2025年6月底前|2025-06-30", "2025年上半年前|2025-06-30"})
    void withoutADateOfTheDocumentOnlyAYearThatIsNamedCounts(String words, String days) {
        assertThat(Deadlines.in(words, null)).isEqualTo(dates(days));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "上半年|2023-06-30",
                "第三季度末|2023-09-30",
                "年底|2023-12-31",
                "9月|2023-09-30",
                "2023-08-15|2023-08-15",
                "长期坚持|"
            })
    void aCellOfDeadlinesNeedsNoWordBefore(String cell, String days) {
        assertThat(Deadlines.inCell(cell, ISSUED)).isEqualTo(dates(days));
    }

    private static List<Task> tasks(String sentence) {
        return recognise("云州市人民政府关于公开工作的通知", "云政发〔2023〕5号", "各县区人民政府：", sentence, "云州市人民政府", "2023年5月6日")
                .tasks();
    }

    @Test
    void aSentenceThatBindsToAQuarterOrAMonthOfEveryYearIsADuty() {
        assertThat(tasks("市财政局应于每季度首月10日前报送进度。")).singleElement().satisfies(task -> {
            assertThat(task.units()).containsExactly("市财政局");
            assertThat(task.deadlines()).isEqualTo(dates("2023-07-10 2023-10-10"));
        });
        assertThat(tasks("各单位应当在第三季度末前完成清理。"))
                .singleElement()
                .extracting(Task::deadlines)
                .isEqualTo(dates("2023-09-30"));
        assertThat(tasks("各单位应当在收到通知之日起30日内完成清理。")).isEmpty();
    }
}

package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType3Font;
import org.gongbao.command.BenchNotices.Fonts;
import org.gongbao.command.Comparison.Cost;
import org.gongbao.extraction.ExtractedText;
import org.gongbao.extraction.ExtractionLimits;
import org.gongbao.extraction.Extractors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What benches are made of. */
class BenchPartsTest {

    @TempDir
    Path folder;

    @Test
    void everyRoundOfAContestRunsForthAndBack() throws Exception {
        List<String> order = new ArrayList<>();
        Contest contest = new Contest()
                .add("a", () -> order.add("a"))
                .add("b", () -> order.add("b"))
                .add("c", () -> order.add("c"));
        contest.round();
        contest.round();
        assertThat(String.join("", order)).isEqualTo("abccba" + "abccba");
        assertThat(contest.of("b", Cost::wallSeconds).values()).hasSize(4);
        assertThat(contest.ratio("x", "a over a", "a", "a", Cost::wallSeconds).value())
                .isEqualTo(1);
    }

    @Test
    void editDistanceCountsWhatIsWrongAmongTheCharactersWanted() {
        assertThat(EditDistance.share("云州市人民政府", "云州 市人民\n政府")).isZero();
        assertThat(EditDistance.share("云州市１２号。", "云州市12号。")).isZero();
        assertThat(EditDistance.share("云州市人", "云川市人")).isEqualTo(0.25);
        assertThat(EditDistance.share("云州市人", "市人")).isEqualTo(0.5);
        assertThat(EditDistance.share("云州市人", "云州州市人们")).isEqualTo(0.5);
        assertThat(EditDistance.share("云州", "")).isEqualTo(1);
    }

    @Test
    void aTextShareIsWhatWasFoundOfAllThatWasWanted() {
        TextShare share = new TextShare();
        share.add("云州市市", "市云");
        share.add("通知", "知 通!");
        assertThat(share.value()).isCloseTo(4 / 6.0, within(1e-9));
    }

    @ParameterizedTest
    @EnumSource
    void madeNoticesAreReadHoweverTheirFontsAreHeld(Fonts fonts) throws Exception {
        Path made = new BenchNotices(5).write(folder, 1, fonts).get(0);
        ExtractedText text = Extractors.extract(made, ExtractionLimits.DEFAULT);
        assertThat(text.recognisedByOcr()).isFalse();
        assertThat(text.pages()).hasSize(BenchNotices.PAGES);
        assertThat(BarePdf.text(made)).contains(BenchWords.OFFICE, "云政办字〔2023〕1号", "一、");
        try (PDDocument document = Loader.loadPDF(made.toFile())) {
            PDResources resources = document.getPage(0).getResources();
            PDFont font = resources.getFont(resources.getFontNames().iterator().next());
            assertThat(font instanceof PDType3Font).isEqualTo(fonts == Fonts.DRAWN);
            assertThat(font.isEmbedded()).isEqualTo(fonts != Fonts.NAMED);
        }
    }
}

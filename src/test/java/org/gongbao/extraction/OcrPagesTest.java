package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;
import org.junit.jupiter.api.Test;

class OcrPagesTest {

    private static final PageRecogniser.Recognised READ = new PageRecogniser.Recognised(
            List.of(new Line("云政办字〔2023〕12号", 2, new Box(1, 2.5, 3, 4), 0.97)),
            List.of(new RecognisedTable(
                    List.of(List.of(new Grid.Cell("序号", 1, 2, 2, new Box(1, 2, 3, 4), 0.9))),
                    new Box(1, 2, 3, 4),
                    List.of(1.0, 2.5, 4.0))),
            List.of(
                    Finding.info("ocr.page-turned", "turned").onPage(2).quoting("〇"),
                    Finding.info("a", "b").onPage(2)),
            90);

    private final Map<Integer, byte[]> kept = new HashMap<>();
    private int asked;

    private PageRecogniser.Recognised page(boolean givenUp) {
        WorkerTask.Pages pages = new WorkerTask.Pages() {
            @Override
            public Optional<byte[]> kept(int page) {
                return Optional.ofNullable(kept.get(page));
            }

            @Override
            public void keep(int page, byte[] result) {
                kept.put(page, result);
            }

            @Override
            public void expect(int count, boolean ocr) {}

            @Override
            public boolean givenUp(int page) {
                return givenUp;
            }
        };
        PageRecogniser recogniser = (image, page, width, height) -> {
            asked++;
            return READ;
        };
        return new OcrPages(recogniser, pages)
                .page(2, 595, 842, () -> new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY));
    }

    @Test
    void aPageIsRecognisedOnceAndComesBackTheSameFromWhatWasKept() {
        assertThat(page(false)).isEqualTo(READ);
        assertThat(page(false)).isEqualTo(READ);
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void aPageGivenUpIsAnErrorThatHoldsBackPublication() {
        PageRecogniser.Recognised recognised = page(true);
        assertThat(asked).isZero();
        assertThat(recognised.lines()).isEmpty();
        assertThat(recognised.findings()).extracting(Finding::code).containsExactly("ocr.page-unreadable");
        assertThat(recognised.findings()).extracting(Finding::page).containsExactly(2);
    }
}

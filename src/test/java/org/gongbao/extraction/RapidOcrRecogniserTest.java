package org.gongbao.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.gongbao.record.Box;
import org.gongbao.record.Finding;
import org.gongbao.record.Severity;
import org.junit.jupiter.api.Test;

/** What the recogniser makes of an engine's answers; the engine here answers by the place of a mark in the image. */
class RapidOcrRecogniserTest {

    private static final int WIDTH = 1000;
    private static final int HEIGHT = 1400;

    /** A page with a dark stripe down its left, by which the engine below knows whether it stands upright. */
    private static BufferedImage page() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(100, 0, 40, HEIGHT);
        graphics.dispose();
        return image;
    }

    private static OcrPiece piece(String text, float score, double x, double y, double width, double height) {
        float[] scores = new float[text.length()];
        Arrays.fill(scores, score);
        return new OcrPiece(text, scores, x, y, width, height, 0);
    }

    private static boolean isDark(BufferedImage image, int x, int y) {
        return (image.getRGB(x, y) & 255) < 128;
    }

    /** Reads well where the stripe is on the left, badly where it is on the right, tall pieces where it lies across. */
    private static List<OcrPiece> engine(BufferedImage image) {
        int middle = image.getHeight() / 2;
        int darkest = -1;
        for (int x = 0; x < image.getWidth(); x++) {
            darkest = isDark(image, x, middle) ? x : darkest;
        }
        boolean across = darkest < 0 || darkest == image.getWidth() - 1;
        if (across) {
            return List.of(piece("侧放的文字", 0.97f, 100, 50, 40, 900), piece("又一行文字", 0.97f, 200, 50, 40, 900));
        }
        float score = darkest < image.getWidth() / 2 ? 0.98f : 0.55f;
        return List.of(piece("第一行", score, 50, 200, 900, 40), piece("第二行", score, 50, 260, 900, 40));
    }

    private static PageRecogniser.Recognised recognise(BufferedImage image, OcrEngine engine) {
        return new RapidOcrRecogniser(engine).recognise(image, 3, 500, 700);
    }

    private static List<String> codes(PageRecogniser.Recognised recognised) {
        return recognised.findings().stream().map(Finding::code).toList();
    }

    @Test
    void anUprightPageIsReadOnceWithBoxesInPoints() {
        List<BufferedImage> asked = new ArrayList<>();
        PageRecogniser.Recognised recognised = recognise(page(), image -> {
            asked.add(image);
            return engine(image);
        });
        assertThat(asked).hasSize(1);
        assertThat(recognised.findings()).isEmpty();
        assertThat(recognised.lines().get(0)).isEqualTo(new Line("第一行", 3, new Box(25, 100, 450, 20), 0.98));
    }

    @Test
    void aPageUpsideDownIsTurnedAndSaysSo() {
        PageRecogniser.Recognised recognised = recognise(PageTurn.turned(page(), 180), RapidOcrRecogniserTest::engine);
        assertThat(recognised.turned()).isEqualTo(180);
        assertThat(recognised.lines()).extracting(Line::text).containsExactly("第一行", "第二行");
        assertThat(codes(recognised)).containsExactly("ocr.page-turned");
    }

    @Test
    void aPageOnItsSideIsTurnedThoughTheEngineReadsItsTallPiecesWell() {
        PageRecogniser.Recognised recognised = recognise(PageTurn.turned(page(), 90), RapidOcrRecogniserTest::engine);
        assertThat(recognised.turned()).isEqualTo(270);
        assertThat(recognised.lines()).extracting(Line::text).containsExactly("第一行", "第二行");
    }

    @Test
    void turningFourTimesByNinetyDegreesGivesTheImageBack() {
        BufferedImage turned = page();
        for (int i = 0; i < 4; i++) {
            turned = PageTurn.turned(turned, 90);
        }
        assertThat(turned.getWidth()).isEqualTo(WIDTH);
        assertThat(isDark(turned, 120, 100)).isTrue();
        assertThat(isDark(PageTurn.turned(page(), 90), 700, 120)).isTrue();
        assertThat(isDark(PageTurn.turned(page(), 270), 700, WIDTH - 120)).isTrue();
    }

    @Test
    void aBlankPageIsNoFault() {
        BufferedImage blank = new BufferedImage(400, 600, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = blank.createGraphics();
        graphics.setColor(new Color(245, 245, 245));
        graphics.fillRect(0, 0, 400, 600);
        graphics.dispose();
        PageRecogniser.Recognised recognised = recognise(blank, RapidOcrRecogniserTest::engine);
        assertThat(recognised.lines()).isEmpty();
        assertThat(codes(recognised)).containsExactly("ocr.page-blank");
    }

    @Test
    void aPageWithInkButWithoutReadableTextIsAnError() {
        PageRecogniser.Recognised recognised = recognise(page(), image -> List.of(piece("鑫", 0.2f, 100, 100, 300, 40)));
        assertThat(recognised.lines()).isEmpty();
        assertThat(recognised.findings())
                .extracting(Finding::severity, Finding::code, Finding::page)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Severity.ERROR, "ocr.page-unreadable", 3));
    }

    @Test
    void doubtfulLinesAreQuotedOnce() {
        PageRecogniser.Recognised recognised = recognise(
                page(),
                image -> List.of(
                        piece("清楚的一行文字", 0.98f, 100, 100, 600, 40),
                        piece("模糊", 0.7f, 100, 200, 100, 40),
                        piece("印章", 0.3f, 100, 300, 100, 40)));
        assertThat(recognised.lines()).extracting(Line::text).containsExactly("清楚的一行文字", "模糊");
        assertThat(recognised.findings()).hasSize(1).first().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("ocr.low-confidence");
            assertThat(finding.quote()).contains("模糊").contains("印章");
        });
    }
}

package org.gongbao.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.gongbao.record.DocumentRecord;
import org.junit.jupiter.api.Test;

class ArticlePartsTest {

    private static final DocumentRecord RECORD = Notices.record("云州市人民政府办公室关于防汛的通告");

    @Test
    void theDigestIsTheSummaryElseTheFirstSentence() {
        assertThat(Abstract.of(RECORD)).isEqualTo("现将有关事项通知如下，请各区结合实际认真抓好落实。");
        assertThat(Abstract.of(RECORD.toBuilder().summary("提要\u202E\n二行").build()))
                .isEqualTo("提要 二行");
        assertThat(Abstract.of(RECORD.toBuilder().text("").build())).isEqualTo(RECORD.title());
    }

    @Test
    void theDigestIsShort() {
        assertThat(Abstract.of(RECORD.toBuilder().summary("字".repeat(120)).build()))
                .isEqualTo("字".repeat(120));
        String cut = Abstract.of(RECORD.toBuilder().summary("𠮷".repeat(121)).build());
        assertThat(cut).isEqualTo("𠮷".repeat(119) + "…");
    }

    @Test
    void theCoverShowsTitleIssuerAndNumber() throws IOException {
        BufferedImage full = cover(RECORD);
        BufferedImage noTitle = cover(RECORD.toBuilder().title(null).build());
        BufferedImage noNumber = cover(RECORD.toBuilder().documentNumber(null).build());

        assertThat(full.getWidth()).isEqualTo(900);
        assertThat(full.getHeight()).isEqualTo(383);
        assertThat(dark(full, 90, 330)).isGreaterThan(1_000);
        assertThat(dark(noTitle, 90, 310)).isZero();
        assertThat(dark(full, 320, 383)).isGreaterThan(100);
        assertThat(dark(noNumber, 320, 383)).isZero();
        assertThat(dark(full, 30, 85)).isGreaterThan(100);
    }

    @Test
    void aLongTitleEndsInTheThirdLineAndStaysInsideTheImage() throws IOException {
        BufferedImage cover = cover(RECORD.toBuilder()
                .title("关于防汛\u202E的\uE000通告".repeat(40))
                .documentNumber(null)
                .build());

        assertThat(dark(cover, 310, 383)).isZero();
        assertThat(IntStream.range(15, 383).filter(y -> (cover.getRGB(860, y) & 0xff) < 128))
                .isEmpty();
    }

    private static BufferedImage cover(DocumentRecord record) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(Cover.png(record, "云州市人民政府公报编辑部")));
    }

    /** Dark pixels between two heights. */
    private static long dark(BufferedImage image, int from, int to) {
        return IntStream.range(from * image.getWidth(), to * image.getWidth())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xff) < 128)
                .count();
    }
}

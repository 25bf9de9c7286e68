package org.gongbao.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.gongbao.extraction.WorkerTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pre-scan takes for a secrecy mark in force, and that it keeps nothing of a file. */
class PrescanTest {

    @TempDir
    Path folder;

    private static String scan(Path file) {
        return new String(
                new PrescanTask().run(file, Map.of("name", file.getFileName().toString()), new KeepsNothing()),
                StandardCharsets.UTF_8);
    }

    private String scanOf(List<String> lines) throws IOException {
        return scan(Files.writeString(folder.resolve("a.txt"), String.join("\n\n", lines)));
    }

    private static List<String> noticeBelow(String... lines) {
        List<String> all = new ArrayList<>(List.of(lines));
        all.addAll(List.of(Yunzhou.notice()));
        return all;
    }

    @Test
    void workersFindItByItsName() {
        assertThat(ServiceLoader.load(WorkerTask.class).stream()
                        .map(provider -> provider.get().name()))
                .contains("prescan");
    }

    @ParameterizedTest
    @CsvSource({
        "机密★5年, 机密",
        "秘　密 ★ 一 年, 秘密",
        "绝密★长期, 绝密",
        "秘密★启用前, 秘密",
        "000012　机密★1年, 机密",
        "机密★1年　特急, 机密",
        "密级：秘密★3年, 秘密",
        "秘密5年, 秘密",
        "机密大5年, 机密",
        "機密★5年, 机密",
        "云州市人民政府办公室文件　　秘密★3年, 秘密",
        "机　密, 机密",
        "秘密, 秘密"
    })
    void aMarkInForceAtTheHeadIsSeen(String line, String level) throws IOException {
        assertThat(scanOf(noticeBelow(line))).isEqualTo("yes " + level);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "内部资料　注意保存",
                "内部",
                "机密★5年（已解密）",
                "秘密级文件管理办法",
                "国家秘密",
                "涉及国家秘密、商业秘密的，按照有关规定办理。",
                "国家秘密的标志为“秘密★保密期限”，如“机密★5年”。",
                "关于标注秘密★5年等标志的说明，见附件",
                "第二条　本法所称国家秘密分为绝密、机密、秘密三级。",
                "云州市人民政府关于加强机密文件管理的通知",
                "商业秘密保护三年行动"
            })
    void wordsAboutSecretsAndMarksNotInForceAreNone(String line) throws IOException {
        assertThat(scanOf(noticeBelow(line))).isEqualTo("no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"已解密", "（解密）", "本件已于2019年3月1日解密", "准予解密"})
    void aStampAtTheHeadThatItIsDeclassifiedCounts(String stamp) throws IOException {
        assertThat(scanOf(noticeBelow("机密★5年", stamp))).isEqualTo("no");
    }

    @Test
    void aDayOfDeclassificationThatIsStillToComeDoesNotCount() throws IOException {
        assertThat(scanOf(noticeBelow("机密★5年", "2040年1月1日解密"))).isEqualTo("yes 机密");
    }

    @Test
    void aLevelAloneDeepInAPageOrAMarkBelowTheHeadIsNone() throws IOException {
        List<String> lines = new ArrayList<>(List.of(Yunzhou.notice()));
        lines.add("秘密");
        assertThat(scanOf(lines)).isEqualTo("no");
        for (int i = 0; i < 30; i++) {
            lines.add("请各部门认真贯彻执行。");
        }
        lines.add("机密★5年");
        assertThat(scanOf(lines)).isEqualTo("no");
    }

    @Test
    void aMarkOnAnyFileOfAnArchiveIsOnTheWhole() throws IOException {
        assertThat(scan(zip("机密★5年"))).isEqualTo("yes 机密");
        assertThat(scan(zip("内部资料"))).isEqualTo("no");
    }

    private Path zip(String secondHead) throws IOException {
        Path file = folder.resolve("a.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (List<String> part : List.of(noticeBelow(), noticeBelow(secondHead))) {
                zip.putNextEntry(new ZipEntry(part.size() + ".txt"));
                zip.write(String.join("\n\n", part).getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    @Test
    void theHeadOfAScanIsReadFromItsImageAlone() throws IOException {
        assertThat(scan(scanned("secret.png", noticeBelow("机密★5年", "特急")))).isEqualTo("yes 机密");
        assertThat(scan(scanned("open.png", noticeBelow()))).isEqualTo("no");
    }

    @Test
    void aScanThatLiesUpsideDownIsReadWhole() throws IOException {
        BufferedImage upright =
                ImageIO.read(scanned("upright.png", noticeBelow("秘密★3年")).toFile());
        BufferedImage turned = new BufferedImage(upright.getWidth(), upright.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < upright.getHeight(); y++) {
            for (int x = 0; x < upright.getWidth(); x++) {
                turned.setRGB(upright.getWidth() - 1 - x, upright.getHeight() - 1 - y, upright.getRGB(x, y));
            }
        }
        Path file = folder.resolve("turned.png");
        ImageIO.write(turned, "png", file.toFile());

        assertThat(scan(file)).isEqualTo("yes 秘密");
    }

    private Path scanned(String name, List<String> lines) throws IOException {
        Path file = folder.resolve(name);
        ImageIO.write(MadePage.of(lines), "png", file.toFile());
        return file;
    }

    /** Fails where a result of a page is given to be kept. */
    private static final class KeepsNothing implements WorkerTask.Pages {

        @Override
        public Optional<byte[]> kept(int page) {
            return Optional.empty();
        }

        @Override
        public void keep(int page, byte[] result) {
            throw new AssertionError("page " + page + " would be kept: " + Arrays.toString(result));
        }

        @Override
        public void expect(int pages, boolean ocr) {}
    }
}

package org.gongbao.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.gongbao.Gongbao;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged documents as {@code bench faults} makes them. */
class FaultMakerTest {

    private static final long SEED = 7;
    private static final int FILES = 400;

    @TempDir
    static Path folder;

    private static List<FaultSeed> seeds;

    @BeforeAll
    static void wholeDocuments() throws IOException {
        seeds = FaultSeeds.of(new BenchPlan(
                new Settings(Gongbao.class, List.of()), folder, List.of(), 1, 1, SEED, folder, line -> {}));
    }

    @Test
    void everyFormatIsAmongTheWholeDocuments() {
        assertThat(seeds)
                .extracting(seed -> seed.name().replaceFirst(".*\\.", ""))
                .contains("pdf", "docx", "doc", "wps", "xls", "xlsx", "ofd", "html", "txt", "rtf", "zip")
                .contains("png", "jpg", "gif", "bmp", "tiff");
    }

    @Test
    void theSameSeedAndNumberGiveTheSameBytes() {
        FaultMaker one = new FaultMaker(seeds, SEED);
        FaultMaker other = new FaultMaker(seeds, SEED);
        for (int number = FILES - 1; number >= 0; number--) {
            assertThat(other.file(number).name()).isEqualTo(one.file(number).name());
            assertThat(other.file(number).content()).isEqualTo(one.file(number).content());
        }
        assertThat(new FaultMaker(seeds, SEED + 1).file(0).content())
                .isNotEqualTo(one.file(0).content());
    }

    @Test
    void everyWayAndEveryDocumentHasItsTurnAndHardlyAnyStaysWhole() {
        FaultMaker maker = new FaultMaker(seeds, SEED);
        Set<String> ways = new HashSet<>();
        int whole = 0;
        for (int number = 0; number < FILES; number++) {
            FaultyFile file = maker.file(number);
            ways.add(file.name().replaceFirst("^\\d+-\\d+-((?:inside-)?[a-z]+)-.*", "$1"));
            if (seeds.stream().anyMatch(seed -> java.util.Arrays.equals(seed.content(), file.content()))) {
                whole++;
            }
        }
        for (ByteMutation mutation : ByteMutation.values()) {
            String way = mutation.name().toLowerCase(java.util.Locale.ROOT);
            assertThat(ways).contains(way, "inside-" + way);
        }
        assertThat(whole).isLessThan(FILES / 20);
    }

    @Test
    void documentsThatAreCostlyToReadAreTakenSeldom() {
        List<FaultSeed> two = List.of(
                new FaultSeed("cheap.txt", "云州市".getBytes(StandardCharsets.UTF_8), false),
                new FaultSeed("costly.png", new byte[100], true));
        FaultMaker maker = new FaultMaker(two, SEED);
        List<String> names = new ArrayList<>();
        for (int number = 0; number < 1000; number++) {
            names.add(maker.file(number).name());
        }
        assertThat(names.stream().filter(name -> name.endsWith("costly.png")).count())
                .isBetween(5L, 50L);
    }

    @Test
    void damageInsideAContainerLeavesTheContainerWhole() throws IOException {
        int opened = 0;
        for (FaultSeed seed : seeds) {
            FaultMaker maker = new FaultMaker(List.of(seed), SEED);
            for (int number = 0; number < 20; number++) {
                FaultyFile file = maker.file(number);
                if (file.name().contains("-inside-") && seed.isZip()) {
                    assertThat(parts(file.content())).isEqualTo(parts(seed.content()));
                    opened++;
                } else if (file.name().contains("-inside-") && seed.isPdf()) {
                    try (PDDocument document = Loader.loadPDF(file.content())) {
                        assertThat(document.getDocument().getXrefTable()).isNotEmpty();
                    }
                    opened++;
                }
            }
        }
        assertThat(opened).isGreaterThan(50);
    }

    private static List<String> parts(byte[] zip) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
            }
        }
        return names;
    }
}

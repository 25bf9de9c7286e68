package org.gongbao.command;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Whole documents of every format that is read: the packed samples, made notices, and a page of one as images. */
final class FaultSeeds {

    private static final float DPI = 72;

    private static final String RTF =
            "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0 SimSun;}}\\f0\\fs32 \\u20113 ?\\u24030 ?\\par}";

    private FaultSeeds() {}

    static List<FaultSeed> of(BenchPlan plan) throws IOException {
        if (!plan.files().isEmpty()) {
            List<FaultSeed> given = new ArrayList<>();
            for (Path file : plan.files()) {
                given.add(seed(file.getFileName().toString(), Files.readAllBytes(file)));
            }
            return given;
        }
        List<FaultSeed> all = packed();
        Path folder = Files.createDirectories(plan.folder().resolve("notices"));
        List<Path> notices = new BenchNotices(plan.seed()).write(folder, 2);
        for (Path notice : notices) {
            all.add(seed(notice.getFileName().toString(), firstPage(notice)));
        }
        all.addAll(images(notices.get(0)));
        all.add(seed("letter.rtf", RTF.getBytes(StandardCharsets.US_ASCII)));
        return all;
    }

    private static FaultSeed seed(String name, byte[] content) {
        return new FaultSeed(name, content, false);
    }

    static List<FaultSeed> packed() throws IOException {
        List<FaultSeed> seeds = new ArrayList<>();
        for (Resource resource :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/ingest/samples/*")) {
            String name = Objects.requireNonNullElse(resource.getFilename(), "");
            if (resource.isReadable() && InputFiles.isDocument(name)) {
                try (InputStream in = resource.getInputStream()) {
                    seeds.add(seed(name, in.readAllBytes()));
                }
            }
        }
        return seeds;
    }

    private static byte[] firstPage(Path file) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            for (int page = document.getNumberOfPages() - 1; page > 0; page--) {
                document.removePage(page);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.setDocumentId(0L);
            document.save(out);
            return out.toByteArray();
        }
    }

    private static List<FaultSeed> images(Path file) throws IOException {
        List<FaultSeed> images = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, DPI, ImageType.GRAY);
            for (String format : List.of("png", "jpg", "gif", "bmp", "tiff")) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                if (ImageIO.write(page, format, out)) {
                    images.add(seed("page." + format, out.toByteArray()));
                }
            }
        }
        return images;
    }
}

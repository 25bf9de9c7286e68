package org.gongbao.web.site;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.gongbao.publication.PublicPackage;
import org.gongbao.publication.PublicPages;
import org.gongbao.record.Box;

/** Two pages of a text: the first half of its lines and the second, each line a bar of its own. */
final class DemoPages {

    private static final int WIDTH = 595;
    private static final int HEIGHT = 842;

    /** Where the first line of a page stands, and how far each is from the one before. */
    static final int TOP = 80;

    static final int STEP = 26;

    private DemoPages() {}

    /** The files of the pages in a package. */
    static List<PublicPackage.File> of(String text) {
        try {
            Path folder = Files.createTempDirectory("gongbao-demo-pages");
            List<String> lines = text.lines().toList();
            int half = (lines.size() + 1) / 2;
            List<PublicPages.Sheet> sheets = new ArrayList<>();
            List<PublicPackage.File> files = new ArrayList<>();
            int start = 0;
            for (int page = 1; page <= 2; page++) {
                List<String> own = lines.subList(page == 1 ? 0 : half, page == 1 ? half : lines.size());
                List<PublicPages.TextLine> places = new ArrayList<>();
                for (String line : own) {
                    int end = start + line.codePointCount(0, line.length());
                    places.add(new PublicPages.TextLine(start, end, new Box(70, TOP + STEP * places.size(), 400, 16)));
                    start = end + 1;
                }
                String name = "pages/000" + page + ".png";
                files.add(file(folder, name, "image/png", png(places)));
                sheets.add(
                        new PublicPages.Sheet(page, WIDTH, HEIGHT, new PublicPages.Image(name, WIDTH, HEIGHT), places));
            }
            files.add(file(folder, PublicPages.NAME, "application/json", new PublicPages(sheets).json()));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] png(List<PublicPages.TextLine> lines) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        graphics.setColor(Color.DARK_GRAY);
        for (PublicPages.TextLine line : lines) {
            Box box = line.box();
            graphics.fillRect((int) box.x(), (int) box.y(), (int) box.width(), (int) box.height());
        }
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static PublicPackage.File file(Path folder, String name, String type, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(Objects.requireNonNull(path.getParent()));
        Files.write(path, bytes);
        String digest = String.format("%064x", java.util.Arrays.hashCode(bytes) & 0xffffffffL);
        return new PublicPackage.File(name, type, bytes.length, digest, path);
    }
}

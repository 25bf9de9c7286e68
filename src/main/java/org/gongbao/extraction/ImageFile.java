package org.gongbao.extraction;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import org.gongbao.extraction.ImageExtractor.UnreadableImageException;
import org.w3c.dom.NodeList;

/** The images of a file. An image larger than memory allows is read with points left out. */
final class ImageFile implements Closeable {

    static final double A4_WIDTH = 595.3;
    static final double A4_HEIGHT = 841.9;

    /** Most points that an image is read with. */
    private static final long MOST_POINTS = 40_000_000;

    /** Most points that an image may state at all. */
    private static final long ABSURD_POINTS = 1_000_000_000;

    private static final double MILLIMETRES_PER_INCH = 25.4;
    private static final double POINTS_PER_INCH = 72;

    private final ImageReader reader;
    private final ImageInputStream in;
    private final int count;

    private ImageFile(ImageReader reader, ImageInputStream in, int count) {
        this.reader = reader;
        this.in = in;
        this.count = count;
    }

    static ImageFile open(Path file, String mediaType, ExtractionLimits limits) throws IOException {
        if (mediaType.equals(MediaTypes.TIFF) && ImageDirectories.loop(file)) {
            throw new UnreadableFileException(
                    "image.damaged", "a TIFF whose images follow each other in a circle came; expected a last one");
        }
        ImageInputStream in = ImageIO.createImageInputStream(file.toFile());
        Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
        if (!readers.hasNext()) {
            in.close();
            throw new UnreadableFileException(
                    "image.damaged", "bytes that no reader of images knows came, expected " + mediaType);
        }
        ImageReader reader = readers.next();
        reader.setInput(in);
        try {
            int count = reader.getNumImages(true);
            if (count < 1 || count > limits.pages()) {
                throw new UnreadableFileException(
                        "file.too-many-pages",
                        "an image file of " + count + " images came, expected 1 to " + limits.pages());
            }
            return new ImageFile(reader, in, count);
        } catch (IOException | RuntimeException e) {
            reader.dispose();
            in.close();
            throw e;
        }
    }

    int count() {
        return count;
    }

    /** The page that an image makes: as large as its resolution says, else as long as A4. */
    Page page(int number) {
        try {
            double pixelsWide = reader.getWidth(number - 1);
            double pixelsHigh = reader.getHeight(number - 1);
            double dots = dotsPerInch(reader.getImageMetadata(number - 1));
            double scale =
                    dots >= 50 && dots <= 1200 ? POINTS_PER_INCH / dots : A4_HEIGHT / Math.max(pixelsWide, pixelsHigh);
            return new Page(number, rounded(pixelsWide * scale), rounded(pixelsHigh * scale), true);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableImageException("image " + number + " cannot be read: " + e);
        }
    }

    private static double rounded(double points) {
        return Math.round(points * 10) / 10.0;
    }

    private static double dotsPerInch(IIOMetadata metadata) {
        NodeList sizes = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName)
                        instanceof org.w3c.dom.Element element
                ? element.getElementsByTagName("HorizontalPixelSize")
                : null;
        if (sizes == null || sizes.getLength() == 0) {
            return 0;
        }
        String millimetres = ((org.w3c.dom.Element) sizes.item(0)).getAttribute("value");
        double size = millimetres.isEmpty() ? 0 : Double.parseDouble(millimetres);
        return size <= 0 ? 0 : MILLIMETRES_PER_INCH / size;
    }

    BufferedImage image(int number) {
        try {
            long points = (long) reader.getWidth(number - 1) * reader.getHeight(number - 1);
            if (points > ABSURD_POINTS) {
                throw new UnreadableImageException(
                        "image " + number + " has " + points + " points, expected at most " + ABSURD_POINTS);
            }
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(new Rectangle(reader.getWidth(number - 1), reader.getHeight(number - 1)));
            int step = (int) Math.ceil(Math.sqrt((double) points / MOST_POINTS));
            param.setSourceSubsampling(Math.max(1, step), Math.max(1, step), 0, 0);
            return reader.read(number - 1, param);
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableImageException("image " + number + " cannot be read: " + e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        in.close();
    }
}

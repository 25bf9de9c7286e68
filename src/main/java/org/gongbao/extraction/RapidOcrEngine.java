package org.gongbao.extraction;

import com.benjaminwan.ocrlibrary.Point;
import com.benjaminwan.ocrlibrary.TextBlock;
import io.github.mymonstercat.Model;
import io.github.mymonstercat.ocr.InferenceEngine;
import io.github.mymonstercat.ocr.config.HardwareConfig;
import io.github.mymonstercat.ocr.config.ParamConfig;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * RapidOCR with the PP-OCRv4 models, all from the class path. The models are loaded when the first page comes; they and
 * the native library are unpacked into {@code java.io.tmpdir}.
 */
final class RapidOcrEngine implements OcrEngine {

    /** Longest side in pixels at which text is looked for; it is read from the whole image. */
    private static final int SIDE = 1024;

    /** More threads make a page no faster, and on a busy machine they wait for each other. */
    private static final int THREADS = 2;

    private @Nullable InferenceEngine engine;

    @Override
    public synchronized List<OcrPiece> read(BufferedImage image) {
        Path file = write(image);
        try {
            List<OcrPiece> pieces = new ArrayList<>();
            for (TextBlock block :
                    engine().runOcr(file.toString(), parameters()).getTextBlocks()) {
                if (!block.getText().isBlank()) {
                    pieces.add(piece(block));
                }
            }
            return pieces;
        } finally {
            delete(file);
        }
    }

    private InferenceEngine engine() {
        if (engine == null) {
            HardwareConfig hardware = HardwareConfig.getOnnxConfig();
            hardware.setNumThread(THREADS);
            engine = InferenceEngine.getInstance(Model.ONNX_PPOCR_V4, hardware);
        }
        return engine;
    }

    private static ParamConfig parameters() {
        ParamConfig parameters = ParamConfig.getDefaultConfig();
        parameters.setMaxSideLen(SIDE);
        return parameters;
    }

    private static OcrPiece piece(TextBlock block) {
        double[] corners = new double[8];
        int i = 0;
        for (Point point : block.getBoxPoint()) {
            corners[i++] = point.getX();
            corners[i++] = point.getY();
        }
        String text = block.getText();
        float[] scores = block.getCharScores();
        if (scores.length != text.length()) {
            float mean = (float) new OcrPiece("x".repeat(scores.length), scores, 0, 0, 0, 0, 0).confidence();
            scores = new float[text.length()];
            Arrays.fill(scores, mean);
        }
        return OcrPiece.of(text, scores, corners);
    }

    /** The engine reads files only. A bitmap costs neither side any packing. */
    private static Path write(BufferedImage image) {
        try {
            Path file = Files.createTempFile("page", ".bmp");
            if (!ImageIO.write(plain(image), "bmp", file.toFile())) {
                throw new IOException("no writer for " + image);
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("the page image cannot be stored for the engine", e);
        }
    }

    private static BufferedImage plain(BufferedImage image) {
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR) {
            return image;
        }
        BufferedImage plain = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D graphics = plain.createGraphics();
        graphics.setColor(java.awt.Color.WHITE);
        graphics.fillRect(0, 0, plain.getWidth(), plain.getHeight());
        graphics.drawImage(image, 0, 0, null);
        graphics.dispose();
        return plain;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("the page image cannot be deleted", e);
        }
    }
}

package org.gongbao.extraction;

import java.awt.geom.AffineTransform;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.util.Matrix;
import org.gongbao.record.Box;

/** Follows the path operators of a PDF page (ISO 32000-1, 8.5). */
final class PdfPaths {

    private final AffineTransform toShown;
    private final DrawnPaths paths;
    private double x;
    private double y;

    PdfPaths(AffineTransform toShown, List<Ruling> rulings) {
        this.toShown = toShown;
        this.paths = new DrawnPaths(rulings);
    }

    /** Areas filled with a colour that is not white. */
    List<Box> backgrounds() {
        return paths.backgrounds();
    }

    /** What an operator is about to fill, in whatever colour; nothing where it fills nothing. */
    List<Box> filledBy(String operator) {
        return switch (operator) {
            case OperatorName.FILL_NON_ZERO,
                    OperatorName.FILL_EVEN_ODD,
                    OperatorName.LEGACY_FILL_NON_ZERO,
                    OperatorName.FILL_NON_ZERO_AND_STROKE,
                    OperatorName.FILL_EVEN_ODD_AND_STROKE,
                    OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE,
                    OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE -> paths.areas();
            default -> List.of();
        };
    }

    /** Takes a path operator; says whether it was one. */
    boolean take(String operator, List<COSBase> operands, Matrix matrix, boolean whiteFill, boolean whiteStroke) {
        switch (operator) {
            case OperatorName.MOVE_TO -> point(operands, 0, 2, matrix, paths::moveTo);
            case OperatorName.LINE_TO -> point(operands, 0, 2, matrix, paths::lineTo);
            case OperatorName.APPEND_RECT -> rectangle(operands, matrix);
            case OperatorName.CURVE_TO -> point(operands, 4, 6, matrix, paths::curveTo);
            case OperatorName.CURVE_TO_REPLICATE_INITIAL_POINT, OperatorName.CURVE_TO_REPLICATE_FINAL_POINT ->
                point(operands, 2, 4, matrix, paths::curveTo);
            case OperatorName.CLOSE_PATH -> paths.close();
            case OperatorName.ENDPATH -> paths.drop();
            case OperatorName.STROKE_PATH -> paths.paint(false, !whiteStroke);
            case OperatorName.CLOSE_AND_STROKE -> {
                paths.close();
                paths.paint(false, !whiteStroke);
            }
            case OperatorName.FILL_NON_ZERO, OperatorName.FILL_EVEN_ODD, OperatorName.LEGACY_FILL_NON_ZERO ->
                paths.paint(!whiteFill, false);
            case OperatorName.FILL_NON_ZERO_AND_STROKE, OperatorName.FILL_EVEN_ODD_AND_STROKE ->
                paths.paint(!whiteFill, !whiteStroke);
            case OperatorName.CLOSE_FILL_NON_ZERO_AND_STROKE, OperatorName.CLOSE_FILL_EVEN_ODD_AND_STROKE -> {
                paths.close();
                paths.paint(!whiteFill, !whiteStroke);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private void point(List<COSBase> operands, int first, int count, Matrix matrix, Step step) {
        float[] numbers = numbers(operands, count);
        if (numbers.length == count) {
            transform(numbers[first], numbers[first + 1], matrix);
            step.to(x, y);
        }
    }

    private void rectangle(List<COSBase> operands, Matrix matrix) {
        float[] n = numbers(operands, 4);
        if (n.length < 4) {
            return;
        }
        transform(n[0], n[1], matrix);
        paths.moveTo(x, y);
        transform(n[0] + n[2], n[1], matrix);
        paths.lineTo(x, y);
        transform(n[0] + n[2], n[1] + n[3], matrix);
        paths.lineTo(x, y);
        transform(n[0], n[1] + n[3], matrix);
        paths.lineTo(x, y);
        paths.close();
    }

    private void transform(float px, float py, Matrix matrix) {
        double ux = px * matrix.getScaleX() + py * matrix.getShearX() + matrix.getTranslateX();
        double uy = px * matrix.getShearY() + py * matrix.getScaleY() + matrix.getTranslateY();
        x = ux * toShown.getScaleX() + uy * toShown.getShearX() + toShown.getTranslateX();
        y = ux * toShown.getShearY() + uy * toShown.getScaleY() + toShown.getTranslateY();
    }

    private static float[] numbers(List<COSBase> operands, int count) {
        float[] numbers = new float[Math.min(count, operands.size())];
        for (int i = 0; i < numbers.length; i++) {
            if (!(operands.get(i) instanceof COSNumber number)) {
                return new float[0];
            }
            numbers[i] = number.floatValue();
        }
        return numbers;
    }

    /** What a point of the path does. */
    private interface Step {
        void to(double x, double y);
    }
}

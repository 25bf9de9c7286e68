package org.gongbao.extraction;

import java.awt.geom.AffineTransform;

/** Draws the abbreviated data of a path (GB/T 33190-2016, 9.1): {@code M x y L x y Q … B … A … C}. */
final class OfdPathData {

    private OfdPathData() {}

    static void draw(String data, AffineTransform placement, DrawnPaths paths) {
        String[] words = data.strip().split("[\\s,]+");
        int i = 0;
        while (i < words.length) {
            String operator = words[i++];
            int count = numbers(operator);
            if (count < 0 || i + count > words.length) {
                return;
            }
            if (operator.equals("C")) {
                paths.close();
                continue;
            }
            double[] point = new double[2];
            try {
                point[0] = Double.parseDouble(words[i + count - 2]);
                point[1] = Double.parseDouble(words[i + count - 1]);
            } catch (NumberFormatException e) {
                return;
            }
            i += count;
            placement.transform(point, 0, point, 0, 1);
            switch (operator) {
                case "M", "S" -> paths.moveTo(point[0], point[1]);
                case "L" -> paths.lineTo(point[0], point[1]);
                default -> paths.curveTo(point[0], point[1]);
            }
        }
    }

    /** How many numbers an operator has, or -1 when there is no such operator. */
    private static int numbers(String operator) {
        return switch (operator) {
            case "M", "S", "L" -> 2;
            case "Q" -> 4;
            case "B" -> 6;
            case "A" -> 7;
            case "C" -> 0;
            default -> -1;
        };
    }
}

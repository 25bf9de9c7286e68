package org.gongbao.extraction;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A page drawn for people.
 *
 * @param width of the page in points, as boxes of claims count
 * @param height of the page in points
 * @param png the image
 */
public record PageImage(double width, double height, byte[] png) {

    /**
     * Has a page of an untrusted file drawn by a worker.
     *
     * @param type the file's media type
     * @param page from 1
     * @throws UnreadableFileException where it cannot be drawn, or there is no such page
     * @throws WorkerFailedException where the file cost its worker the life
     */
    public static PageImage draw(Workers workers, Path file, String type, int page) {
        byte[] result = workers.run(PageImageTask.NAME, file, Map.of("type", type, "page", Integer.toString(page)));
        int end = 0;
        while (result[end] != '\n') {
            end++;
        }
        String[] size = new String(result, 0, end, StandardCharsets.US_ASCII).split(" ");
        return new PageImage(
                Double.parseDouble(size[0]),
                Double.parseDouble(size[1]),
                Arrays.copyOfRange(result, end + 1, result.length));
    }

    /** Whether pages of files of a type can be drawn. */
    public static boolean canDraw(String type) {
        return type.equals("application/pdf") || type.startsWith("image/");
    }
}

package org.gongbao.web.site;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.Map;

/**
 * A QR code (二维码) that stands inside the page, so that the printed sheet leads back to it.
 *
 * @param size dots of a side with the margin
 * @param path the dark dots, a line for each run of them, as an SVG path
 */
record QrCode(int size, String path) {

    /** Light dots around it (ISO/IEC 18004, 5.3.8). */
    private static final int MARGIN = 4;

    static QrCode of(String address) {
        try {
            BitMatrix dots = new QRCodeWriter()
                    .encode(address, BarcodeFormat.QR_CODE, 0, 0, Map.of(EncodeHintType.MARGIN, MARGIN));
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < dots.getHeight(); y++) {
                for (int x = 0; x < dots.getWidth(); x++) {
                    int start = x;
                    while (x < dots.getWidth() && dots.get(x, y)) {
                        x++;
                    }
                    if (x > start) {
                        path.append('M')
                                .append(start)
                                .append(' ')
                                .append(y)
                                .append(".5h")
                                .append(x - start);
                    }
                }
            }
            return new QrCode(dots.getWidth(), path.toString());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code can hold " + address, e);
        }
    }
}

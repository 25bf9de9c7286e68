package org.gongbao.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRange;

/**
 * The bytes of a download that a request asks for (RFC 9110, 14): one range, as who continues a download asks for it. Several
 * at once, or a range of what has another tag now, are answered with the whole, as every server may and must.
 *
 * @param from the first of them
 * @param count none where the range lies behind the end
 * @param isPart whether it was a range
 */
record AskedBytes(long from, long count, boolean isPart) {

    /** @param size of the whole */
    static AskedBytes of(HttpServletRequest request, String tag, long size) {
        String asked = request.getHeader(HttpHeaders.RANGE);
        String ifRange = request.getHeader(HttpHeaders.IF_RANGE);
        List<HttpRange> ranges = asked == null || ifRange != null && !ifRange.equals(tag) ? List.of() : ranges(asked);
        if (ranges.size() != 1) {
            return new AskedBytes(0, size, false);
        }
        long from = ranges.get(0).getRangeStart(size);
        return new AskedBytes(from, Math.max(0, ranges.get(0).getRangeEnd(size) + 1 - from), true);
    }

    private static List<HttpRange> ranges(String asked) {
        try {
            return HttpRange.parseRanges(asked);
        } catch (IllegalArgumentException e) {
            return List.of(); // of another unit, or none at all: to be passed over
        }
    }

    String contentRange(long size) {
        return "bytes " + from + "-" + (from + count - 1) + "/" + size;
    }
}

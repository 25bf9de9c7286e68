package org.gongbao.web;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Content negotiation by the {@code Accept} header (RFC 9110, 12.5.1): the offer with the highest quality, of which the
 * most specific range decides; among equals the first offered.
 */
public final class AcceptedForms {

    private final List<MediaType> ranges;

    private AcceptedForms(List<MediaType> ranges) {
        this.ranges = ranges;
    }

    /** Reads the header. None, an empty or an unreadable one accepts everything. */
    public static AcceptedForms of(@Nullable String header) {
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(header);
            return new AcceptedForms(ranges.isEmpty() ? List.of(MediaType.ALL) : ranges);
        } catch (InvalidMediaTypeException e) {
            return new AcceptedForms(List.of(MediaType.ALL));
        }
    }

    /** The best of the offers; empty where none is acceptable. */
    public <T> Optional<T> best(List<T> offers, Function<T, List<MediaType>> types) {
        T best = null;
        double bestQuality = 0;
        for (T offer : offers) {
            double quality =
                    types.apply(offer).stream().mapToDouble(this::quality).max().orElse(0);
            if (quality > bestQuality) {
                best = offer;
                bestQuality = quality;
            }
        }
        return Optional.ofNullable(best);
    }

    private double quality(MediaType type) {
        double quality = 0;
        int specific = -1;
        for (MediaType range : ranges) {
            if (range.includes(type) && specificity(range) > specific) {
                specific = specificity(range);
                quality = weight(range);
            }
        }
        return quality;
    }

    private static double weight(MediaType range) {
        return range.getQualityValue();
    }

    private static int specificity(MediaType range) {
        if (range.isWildcardType()) {
            return 0;
        }
        return range.isWildcardSubtype() ? 1 : 2;
    }
}

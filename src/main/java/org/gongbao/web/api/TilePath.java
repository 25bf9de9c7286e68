package org.gongbao.web.api;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongbao.publication.TransparencyLog;

/**
 * The path of a tile behind {@code /log/tile/}, as C2SP tlog-tiles writes it.
 *
 * @param level of a tile of hashes, {@link #ENTRIES} for a bundle of entries
 * @param index of the tile in its level
 * @param width hashes or entries in it, 256 for a full one
 */
record TilePath(int level, long index, int width) {

    static final int ENTRIES = -1;

    /**
     * Level or {@code entries}, then the index in groups of three digits of which all but the last begin with x, then for a
     * partial tile its width: {@code 0/x001/x234/067}, {@code entries/000.p/17}.
     */
    private static final Pattern FORM = Pattern.compile(
            "(?<level>entries|0|[1-9]\\d?)/(?<index>(?:x\\d{3}/){0,4}\\d{3})(?:\\.p/(?<width>[1-9]\\d{0,2}))?");

    /** Empty where the text is no such path; every tile has one path only. */
    static Optional<TilePath> parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches() || parts.group("index").startsWith("x000/")) {
            return Optional.empty();
        }
        int level = parts.group("level").equals("entries") ? ENTRIES : Integer.parseInt(parts.group("level"));
        long index = Long.parseLong(parts.group("index").replace("x", "").replace("/", ""));
        String width = parts.group("width");
        int count = width == null ? TransparencyLog.TILE : Integer.parseInt(width);
        return width != null && count >= TransparencyLog.TILE
                ? Optional.empty()
                : Optional.of(new TilePath(level, index, count));
    }
}

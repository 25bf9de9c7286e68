package org.gongbao.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * An invented paper of which it is known what in it is personal data: paragraphs and tables of pieces, each plain or of a kind.
 * Places count the characters that are not blank, so that they hold in whatever form the paper is written.
 */
final class MarkedPaper {

    /** Some characters; {@code kind} is empty for what is no personal data. */
    record Piece(String kind, String words) {

        static Piece plain(String words) {
            return new Piece("", words);
        }
    }

    /** Something that is to be found, in characters that are not blank. */
    record Truth(String kind, int start, int end) {}

    /** A paragraph is a block of one row and one cell; a table has more. */
    record Block(boolean table, List<List<List<Piece>>> rows) {}

    private final String name;
    private final List<Block> blocks = new ArrayList<>();

    MarkedPaper(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    List<Block> blocks() {
        return blocks;
    }

    /** Adds a paragraph; words are plain unless they are pieces. */
    MarkedPaper line(Object... parts) {
        blocks.add(new Block(false, List.of(List.of(pieces(parts)))));
        return this;
    }

    /** Adds a table; every cell is a string or a piece. */
    MarkedPaper table(List<List<Object>> rows) {
        blocks.add(new Block(
                true,
                rows.stream()
                        .map(row -> row.stream().map(cell -> pieces(cell)).toList())
                        .toList()));
        return this;
    }

    static List<Piece> pieces(Object... parts) {
        List<Piece> pieces = new ArrayList<>();
        for (Object part : parts) {
            if (part instanceof List<?> list) {
                pieces.addAll(pieces(list.toArray()));
            } else {
                pieces.add(part instanceof Piece piece ? piece : Piece.plain(String.valueOf(part)));
            }
        }
        return pieces;
    }

    /** What is to be found, in order. */
    List<Truth> truths() {
        List<Truth> truths = new ArrayList<>();
        int at = 0;
        for (Block block : blocks) {
            for (List<List<Piece>> row : block.rows()) {
                for (List<Piece> cell : row) {
                    for (Piece piece : cell) {
                        int length = unblank(piece.words()).length();
                        if (!piece.kind().isEmpty()) {
                            truths.add(new Truth(piece.kind(), at, at + length));
                        }
                        at += length;
                    }
                }
            }
        }
        return truths;
    }

    /** The paper as plain text; what parts the cells of a row is given. */
    String text(String separator) {
        StringBuilder text = new StringBuilder();
        for (Block block : blocks) {
            for (List<List<Piece>> row : block.rows()) {
                text.append(String.join(
                                separator, row.stream().map(MarkedPaper::words).toList()))
                        .append('\n');
            }
        }
        return text.substring(0, text.length() - 1);
    }

    static String words(List<Piece> cell) {
        StringBuilder words = new StringBuilder();
        cell.forEach(piece -> words.append(piece.words()));
        return words.toString();
    }

    /** Blanks, and strokes between cells. */
    static boolean isBlank(int c) {
        return Character.isWhitespace(c) || c == 0xA0 || c == 0x3000 || c == '|';
    }

    static String unblank(String text) {
        StringBuilder rest = new StringBuilder();
        text.chars().filter(c -> !isBlank(c)).forEach(c -> rest.append((char) c));
        return rest.toString();
    }
}

package org.gongbao.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import org.apache.solr.client.solrj.SolrQuery.SortClause;

/**
 * Whether a cursor may be one that Solr gave: the values by which the last hit was sorted, in Solr's binary form and in base 64.
 * Solr believes the lengths that stand in a cursor, and reports whatever it cannot read as a fault of its own; so a cursor
 * that came from outside is walked through before.
 */
final class CursorForm {

    /** Longer than the longest number and an identifier. */
    private static final int LONGEST = 4_096;

    private static final byte VERSION = 2;

    // Tags of org.apache.solr.common.util.JavaBinCodec: a whole byte, or three bits with a length beside them.
    private static final int NOTHING = 0;
    private static final int LONG = 7;
    private static final int FLOAT = 8;
    private static final int STRING = 1;
    private static final int SMALL_LONG = 3;
    private static final int LIST = 4;
    private static final int LONG_LENGTH = 31;
    private static final int MORE = 16;

    private final ByteBuffer bytes;

    private CursorForm(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** @throws BadCursorException where it can be no cursor of a search in this order */
    static void check(String cursor, List<SortClause> order) {
        if (cursor.equals(SearchRequest.START)) {
            return;
        }
        try {
            if (cursor.length() > LONGEST || !new CursorForm(Base64.getDecoder().decode(cursor)).isOf(order)) {
                throw new BadCursorException("the cursor is none that an answer to this search gave", null);
            }
        } catch (IllegalArgumentException | BufferUnderflowException e) {
            throw new BadCursorException("the cursor is none that an answer to this search gave", e);
        }
    }

    private boolean isOf(List<SortClause> order) {
        if (bytes.get() != VERSION || unsigned() != (LIST << 5 | order.size())) {
            return false;
        }
        for (SortClause clause : order) {
            if (!isValueOf(clause.getItem())) {
                return false;
            }
        }
        return !bytes.hasRemaining();
    }

    private boolean isValueOf(String field) {
        int tag = unsigned();
        return switch (field) {
            case "score" -> tag == FLOAT && skip(Float.BYTES);
            case "id" -> isString(tag);
            case "number_order" -> tag == NOTHING || isString(tag);
            default -> tag == NOTHING || tag == LONG && skip(Long.BYTES) || isSmallLong(tag);
        };
    }

    private boolean isString(int tag) {
        int length = tag & LONG_LENGTH;
        return tag >>> 5 == STRING
                && skip(length < LONG_LENGTH ? length : length + (int) Math.min(LONGEST, variable()));
    }

    private boolean isSmallLong(int tag) {
        return tag >>> 5 == SMALL_LONG && ((tag & MORE) == 0 || variable() >= 0);
    }

    /** A number of which each byte but the last has its highest bit set. */
    private long variable() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            int next = unsigned();
            value |= (long) (next & 0x7F) << shift;
            if (next < 0x80) {
                return value & Long.MAX_VALUE;
            }
        }
        throw new BufferUnderflowException();
    }

    private boolean skip(int count) {
        if (count > bytes.remaining()) {
            return false;
        }
        bytes.position(bytes.position() + count);
        return true;
    }

    private int unsigned() {
        return bytes.get() & 0xFF;
    }
}

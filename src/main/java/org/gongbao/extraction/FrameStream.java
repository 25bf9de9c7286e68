package org.gongbao.extraction;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Frames on a pair of byte streams: a mark, the kind, the length as four bytes, the content. The mark tells frames from
 * anything else that a library may have written to the same stream.
 */
final class FrameStream {

    private static final int MARK = 0x6B7A;

    private final DataInputStream in;
    private final DataOutputStream out;
    private final long longest;

    /** @param longest most bytes that the content of a frame read here may have */
    FrameStream(InputStream in, OutputStream out, long longest) {
        this.in = new DataInputStream(new BufferedInputStream(in, 1 << 16));
        this.out = new DataOutputStream(new BufferedOutputStream(out, 1 << 16));
        this.longest = longest;
    }

    /**
     * Reads a frame.
     *
     * @throws EOFException when the other side is gone
     * @throws FloodException when what comes is no frame or too long a one
     */
    Frame read() throws IOException {
        int mark = in.readUnsignedShort();
        if (mark != MARK) {
            throw new FloodException("bytes that are no frame");
        }
        Frame.Kind kind = Frame.Kind.of(in.readUnsignedByte());
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw new FloodException("a frame of " + Integer.toUnsignedLong(length) + " bytes");
        }
        byte[] content = in.readNBytes(length);
        if (content.length < length) {
            throw new EOFException("the frame ended after " + content.length + " of " + length + " bytes");
        }
        return new Frame(kind, content);
    }

    /** Writes a frame; it may wait in a buffer until {@link #flush}. */
    synchronized void write(Frame frame) throws IOException {
        out.writeShort(MARK);
        out.writeByte(frame.kind().ordinal());
        out.writeInt(frame.content().length);
        out.write(frame.content());
    }

    synchronized void flush() throws IOException {
        out.flush();
    }

    /** Writes a frame and sends it off. */
    synchronized void send(Frame frame) throws IOException {
        write(frame);
        flush();
    }

    /** What came is no frame, or too long. */
    static final class FloodException extends IOException {

        private static final long serialVersionUID = 1;

        FloodException(String message) {
            super(message);
        }
    }
}

package org.gongbao.linkeddata;

import java.io.ByteArrayOutputStream;
import org.gongbao.linkeddata.QueryBounds.Exceeded;
import org.gongbao.linkeddata.SparqlService.Reason;

/** An answer in memory that does not grow beyond its bound. */
final class BoundedOutput extends ByteArrayOutputStream {

    private final long most;

    BoundedOutput(long most) {
        super(8_192);
        this.most = most;
    }

    @Override
    public synchronized void write(int b) {
        check(1);
        super.write(b);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        check(length);
        super.write(bytes, offset, length);
    }

    private void check(int more) {
        if ((long) count + more > most) {
            throw new Exceeded(Reason.BYTES, most);
        }
    }
}

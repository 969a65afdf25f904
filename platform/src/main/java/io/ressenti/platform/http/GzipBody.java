package io.ressenti.platform.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Gzip with all of its members (RFC 1952) and nothing else: Java's own reader stops at the end of a member where the next has
 * not arrived yet, and passes over whatever stands behind the last one.
 */
final class GzipBody extends GZIPInputStream {

    private static final int BUFFER_BYTES = 8 * 1024;
    private static final int TRAILER_BYTES = 8;

    GzipBody(InputStream body) throws IOException {
        super(new Unending(body), BUFFER_BYTES);
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        var count = super.read(target, offset, length);
        if (count < 0 && (inf.getRemaining() > TRAILER_BYTES || in.read() >= 0)) {
            throw new ZipException("something stands behind the last member");
        }
        return count;
    }

    /** Says that there is always more, so that more is asked for. */
    private static final class Unending extends FilterInputStream {

        Unending(InputStream body) {
            super(body);
        }

        @Override
        public int available() {
            return 1;
        }
    }
}

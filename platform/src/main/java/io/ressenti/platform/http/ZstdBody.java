package io.ressenti.platform.http;

import com.github.luben.zstd.ZstdInputStreamNoFinalizer;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Zstandard (RFC 8878) with the windows that HTTP allows (RFC 9659: 8 MiB), so that a few bytes cannot ask for 128 MiB. The
 * library's reader holds a monitor while it reads, which would hold a virtual thread's carrier too: it is only ever given what
 * is there already, and the waiting is done outside of it.
 */
final class ZstdBody extends InputStream {

    private static final int WINDOW_LOG_MAX = 23;

    private final Arrived arrived;
    private final ZstdInputStreamNoFinalizer decoder;

    ZstdBody(InputStream body) throws IOException {
        this.arrived = new Arrived(body);
        this.decoder = new ZstdInputStreamNoFinalizer(arrived);
        decoder.setLongMax(WINDOW_LOG_MAX);
        decoder.setContinuous(true);
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        while (true) {
            var count = decoder.read(target, offset, length);
            if (count > 0 || length == 0) {
                return count;
            }
            if (!arrived.await()) {
                decoder.setContinuous(false); // from here on, an end in the middle of a frame is one
                return decoder.read(target, offset, length);
            }
        }
    }

    @Override
    public int available() {
        return arrived.position < arrived.limit ? 1 : 0;
    }

    @Override
    public void close() throws IOException {
        decoder.close();
    }

    /** What has been waited for; ends where one would have to wait. */
    private static final class Arrived extends FilterInputStream {

        private final byte[] buffer = new byte[16 * 1024];
        private int position;
        private int limit;

        Arrived(InputStream body) {
            super(body);
        }

        /** Waits until there is more; false where nothing will come any more. */
        boolean await() throws IOException {
            position = 0;
            limit = Math.max(0, in.read(buffer, 0, buffer.length));
            return limit > 0;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == limit) {
                return -1;
            }
            var count = Math.min(length, limit - position);
            System.arraycopy(buffer, position, target, offset, count);
            position += count;
            return count;
        }
    }
}

package io.ressenti.bench.load;

import java.io.InputStream;

/** Events as one long NDJSON body that is made while it is read: its length costs no memory. */
public final class EventStream extends InputStream {

    private static final int LINES = 500;

    private final Events events;
    private long left;
    private byte[] block = new byte[0];
    private int position;

    /** @param count how many events the body holds */
    public EventStream(Events events, long count) {
        this.events = events;
        this.left = count;
    }

    @Override
    public int read() {
        return refill() ? block[position++] : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (!refill()) {
            return -1;
        }
        var count = Math.min(length, block.length - position);
        System.arraycopy(block, position, into, offset, count);
        position += count;
        return count;
    }

    /** Makes the next lines where all were read; false at the end. */
    private boolean refill() {
        if (position < block.length) {
            return true;
        }
        if (left == 0) {
            return false;
        }
        var lines = (int) Math.min(LINES, left);
        left -= lines;
        block = events.lines(lines).getBytes();
        position = 0;
        return true;
    }
}

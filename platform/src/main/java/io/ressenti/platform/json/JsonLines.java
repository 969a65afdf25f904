package io.ressenti.platform.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Reads NDJSON of any length, a few lines at a time. Lines are cut, not read. Not for several threads at once. */
public final class JsonLines {

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final int MOST_LINES = 500;
    private static final int MOST_BYTES = 512 * 1024;

    /**
     * A line.
     *
     * @param index its number, from 0; blank lines count
     * @param json  its text; null where it is longer than a line may be
     */
    public record Line(long index, byte[] json) {}

    private final InputStream body;
    private final int maxLine;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long index;
    private boolean isTooLong;
    private boolean isBlank = true;
    private boolean hasEnded;
    private Exception failure;

    /**
     * The lines of {@code body}.
     *
     * @param maxLine so many bytes a line may have; a longer one is passed over without being kept
     */
    public JsonLines(InputStream body, int maxLine) {
        this.body = body;
        this.maxLine = maxLine;
    }

    /**
     * The next lines, without blank ones: as many as are there, but no more than 500 or half a megabyte of them. Waits for one at
     * least. Empty at the end.
     *
     * @throws IOException where {@code body} fails; every line that was complete has been given before
     */
    public List<Line> next() throws IOException {
        List<Line> lines = new ArrayList<>();
        var bytes = 0;
        while (lines.size() < MOST_LINES && bytes < MOST_BYTES && hasMore(!lines.isEmpty())) {
            var found = take();
            if (found != null) {
                lines.add(found);
                bytes += found.json() == null ? 0 : found.json().length;
            }
        }
        if (lines.isEmpty() && failure != null) {
            rethrow();
        }
        return lines;
    }

    /** How many lines have been read to their end. */
    public long count() {
        return index;
    }

    /** Whether there is something in the buffer, or a last line without an end; reads more unless one would have to wait. */
    private boolean hasMore(boolean onlyWhatIsThere) {
        if (position < limit) {
            return true;
        }
        if (hasEnded || failure != null) {
            return hasEnded && !isBlank;
        }
        try {
            if (onlyWhatIsThere && body.available() == 0) {
                return false;
            }
            // Empty before it is filled: where reading fails, what was there is not read once more.
            position = 0;
            limit = 0;
            limit = Math.max(0, body.read(buffer));
            hasEnded = limit == 0;
            return !hasEnded || !isBlank;
        } catch (IOException | RuntimeException e) {
            failure = e;
            return false;
        }
    }

    /** The line that ends in the buffer; null where none does, or it is blank. */
    private Line take() {
        var end = position;
        while (end < limit && buffer[end] != '\n') {
            end++;
        }
        keep(position, end);
        var isComplete = end < limit || limit == 0;
        position = Math.min(limit, end + 1);
        return isComplete ? complete() : null;
    }

    private void keep(int from, int to) {
        for (int i = from; isBlank && i < to; i++) {
            isBlank = buffer[i] == ' ' || buffer[i] == '\t' || buffer[i] == '\r';
        }
        isTooLong = isTooLong || line.size() + to - from > maxLine;
        if (!isTooLong && !isBlank) {
            line.write(buffer, from, to - from);
        }
    }

    private Line complete() {
        var found = isBlank ? null : new Line(index, isTooLong ? null : line.toByteArray());
        index++;
        line.reset();
        isTooLong = false;
        isBlank = true;
        return found;
    }

    private void rethrow() throws IOException {
        switch (failure) {
            case IOException e -> throw e;
            case RuntimeException e -> throw e;
            default -> throw new IllegalStateException("nothing else is caught", failure);
        }
    }
}

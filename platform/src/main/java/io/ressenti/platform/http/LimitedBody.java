package io.ressenti.platform.http;

import io.vertx.core.buffer.Buffer;

/** A body as it arrives: kept up to a limit, only counted beyond it. */
final class LimitedBody {

    private final long limit;
    private final long patience;
    private final Buffer content = Buffer.buffer();
    private long length;

    LimitedBody(long limit, long patience) {
        this.limit = limit;
        this.patience = patience;
    }

    /** Adds a chunk; true where so much has come that there is no use in waiting for the end. */
    boolean add(Buffer chunk) {
        length += chunk.length();
        if (!isTooLarge()) {
            content.appendBuffer(chunk);
        }
        return length > patience;
    }

    boolean isTooLarge() {
        return length > limit;
    }

    Buffer content() {
        return content;
    }
}

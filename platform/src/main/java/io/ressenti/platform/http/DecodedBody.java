package io.ressenti.platform.http;

import java.io.IOException;
import java.io.InputStream;

/** Undoes a coding, and tells a damaged body from a client that went away. */
final class DecodedBody extends InputStream {

    private final InputStream body;
    private final ContentCoding coding;
    private InputStream decoder;

    DecodedBody(InputStream body, ContentCoding coding) {
        this.body = body;
        this.coding = coding;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            if (decoder == null) {
                decoder = coding.open(body);
            }
            return decoder.read(target, offset, length);
        } catch (ClientGoneException e) {
            throw e;
        } catch (IOException e) {
            throw BodyProblems.corrupt(coding);
        }
    }

    @Override
    public int available() throws IOException {
        return decoder == null ? body.available() : decoder.available();
    }

    @Override
    public void close() throws IOException {
        if (decoder != null) {
            decoder.close();
        }
        body.close();
    }
}

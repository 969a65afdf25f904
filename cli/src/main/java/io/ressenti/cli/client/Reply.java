package io.ressenti.cli.client;

import java.nio.charset.StandardCharsets;

/** A service's answer. */
public record Reply(int status, byte[] body) {

    public boolean ok() {
        return status >= 200 && status < 300;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

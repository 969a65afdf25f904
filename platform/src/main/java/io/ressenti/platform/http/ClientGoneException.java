package io.ressenti.platform.http;

import java.io.IOException;

/** The client broke its request off: nobody is left to be answered. */
public final class ClientGoneException extends IOException {

    private static final long serialVersionUID = 1L;

    ClientGoneException(Throwable cause) {
        super("the client broke off its request", cause);
    }
}

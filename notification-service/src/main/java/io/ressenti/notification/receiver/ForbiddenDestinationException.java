package io.ressenti.notification.receiver;

/** A host leads to an address that must not be connected to. */
public class ForbiddenDestinationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ForbiddenDestinationException() {
        super("the host leads to an address that receivers may not have", null, false, false);
    }
}

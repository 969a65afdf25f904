package io.ressenti.cli.client;

/** Something that the person at the keyboard can put right: the message is one sentence that says how. */
public class ClientException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ClientException(String sentence) {
        super(sentence);
    }

    public ClientException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

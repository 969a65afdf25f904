package io.ressenti.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jboss.logmanager.handlers.ConsoleHandler;
import org.jboss.logmanager.handlers.FileHandler;

/** Where the log of this process goes. */
final class Logs {

    private Logs() {}

    /** To be called before the first logger is made: whoever comes first decides what all others write to. */
    static void prepare() {
        System.setProperty("java.util.logging.manager", "org.jboss.logmanager.LogManager");
        System.setProperty("org.jboss.logging.provider", "jboss");
    }

    /** To standard output, which a launcher has redirected to a file. */
    static void toConsole() {
        to(new ConsoleHandler());
    }

    /** To a file, so that the terminal is left to what a person wants to read. */
    static void toFile(Path file) {
        try {
            to(new FileHandler(file.toFile(), true));
        } catch (IOException e) {
            throw new UncheckedIOException("the log " + file + " cannot be written", e);
        }
    }

    private static void to(Handler handler) {
        handler.setFormatter(new PatternFormatter("%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5p [%c{2.}] %s%e%n"));
        var root = Logger.getLogger("");
        for (Handler other : root.getHandlers()) {
            root.removeHandler(other);
        }
        root.addHandler(handler);
        root.setLevel(Level.INFO);
        // A broker repeats its whole configuration, and every partition's life, at INFO.
        for (String wordy : new String[] {"org.apache.kafka", "kafka", "state.change.logger"}) {
            Logger.getLogger(wordy).setLevel(Level.WARNING);
        }
    }
}

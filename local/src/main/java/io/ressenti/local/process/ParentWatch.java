package io.ressenti.local.process;

import java.io.IOException;
import java.lang.instrument.Instrumentation;

/**
 * A Java agent that ends its process once the launcher is gone, even when that was killed and could not end anybody: the launcher
 * holds the other end of the process's standard input, and the system closes it.
 */
public final class ParentWatch {

    private ParentWatch() {}

    /** Called by the JVM before the application starts. */
    public static void premain(String arguments, Instrumentation instrumentation) {
        Thread.ofPlatform().daemon().name("parent-watch").start(ParentWatch::waitForEnd);
    }

    private static void waitForEnd() {
        try {
            while (System.in.read() >= 0) {
                // Nobody sends anything; what counts is the end.
            }
        } catch (IOException closed) {
            // A broken pipe says the same as its end.
        }
        System.exit(0);
    }
}

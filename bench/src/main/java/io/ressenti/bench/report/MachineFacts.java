package io.ressenti.bench.report;

/** What the figures depend on. */
public record MachineFacts(int cores, String java, String system) {

    /** The machine that this process runs on. */
    public static MachineFacts here() {
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    /** On one line. */
    public String text() {
        return "%d cores · JDK %s · %s".formatted(cores, java, system);
    }
}

package io.ressenti.bench.latency;

/** What the figures depend on. */
record MachineFacts(int cores, String java, String system) {

    static MachineFacts here() {
        return new MachineFacts(
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vendor") + " " + System.getProperty("java.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    }

    String text() {
        return "%d cores · JDK %s · %s".formatted(cores, java, system);
    }
}

package io.ressenti.local;

import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Refusal;
import io.ressenti.local.setup.Service;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "logs", description = "Prints the end of a part's log.", mixinStandardHelpOptions = true)
final class LogsCommand implements Callable<Integer> {

    private static final long POLL_MILLIS = 250;

    /** Far enough back for any number of lines that a person reads. */
    private static final long TAIL_BYTES = 1_000_000;

    @Mixin
    private DataOption data;

    @Parameters(
            paramLabel = "SERVICE",
            description = "touchpoint, feedback, scoring, notification, console, kafka, postgresql, demo or launcher.")
    private String part;

    @Option(
            names = {"-f", "--follow"},
            description = "Goes on with what is written from now on, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            defaultValue = "100",
            description = "How many lines (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Override
    public Integer call() throws IOException, InterruptedException {
        var log = log(data.directory());
        try (var file = new RandomAccessFile(log.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - TAIL_BYTES));
            var tail = rest(file).lines().toList();
            tail.subList(Math.max(0, tail.size() - lines), tail.size()).forEach(System.out::println);
            while (follow) {
                System.out.print(rest(file));
                System.out.flush();
                Thread.sleep(POLL_MILLIS);
            }
        }
        return 0;
    }

    private Path log(DataDirectory directory) throws IOException {
        var log = directory.log(Service.named(part).map(Service::module).orElse(part));
        if (Files.exists(log)) {
            return log;
        }
        if (!Files.isDirectory(directory.logs())) {
            throw new Refusal("There is no log yet. Start Ressenti with ./ressenti up.");
        }
        try (Stream<Path> logs = Files.list(directory.logs())) {
            throw new Refusal("There is no log of \"%s\". There are: %s."
                    .formatted(
                            part,
                            logs.map(path -> path.getFileName().toString())
                                    .filter(name -> name.endsWith(".log"))
                                    .map(name -> name.substring(0, name.length() - ".log".length()))
                                    .sorted()
                                    .collect(Collectors.joining(", "))));
        }
    }

    private static String rest(RandomAccessFile file) throws IOException {
        var bytes = new byte[(int) Math.max(0, file.length() - file.getFilePointer())];
        file.readFully(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }
}

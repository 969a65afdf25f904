package io.ressenti.bench.nativeimage;

import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.report.Table;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import io.ressenti.local.setup.Service;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What memory services need under a flood. */
@Command(
        name = "flood",
        description = {
            "Replays the orders of the Olist data set, and sends more events, as fast as they are taken, to all services: from their",
            "jars, then as native executables (./ressenti native makes them). Looks at the memory of each. Needs Linux."
        },
        mixinStandardHelpOptions = true)
public final class FloodCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIR", description = "The folder with the CSV files.")
    private Path orders;

    @Option(
            names = "--heap",
            paramLabel = "MIB",
            defaultValue = "128",
            description = "The most heap of a native executable; a JVM has 256 (default: ${DEFAULT-VALUE}).")
    private int heap;

    @Option(
            names = "--events",
            paramLabel = "N",
            defaultValue = "500000",
            description = "How many events after the orders (default: ${DEFAULT-VALUE}).")
    private int events;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var jvm = scratch.run("jvm", system -> Flood.of(Form.JVM, Scratch.HEAP, orders, events, system));
        var compiled = scratch.run("native", system -> Flood.of(Form.NATIVE, heap, orders, events, system));
        var report = markdown(jvm, compiled);
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("flood", report);
        return 0;
    }

    private String markdown(Flood jvm, Flood compiled) {
        var table = new Table("most resident memory, MiB", "jvm", "native");
        for (Service service : Service.values()) {
            table.row(
                    service.module(),
                    number("%,.0f", jvm.resident().get(service)),
                    number("%,.0f", compiled.resident().get(service)));
        }
        return """
                # Memory under a flood

                All services on one machine, with a Kafka and a PostgreSQL of their own. The orders of the Olist data set (touchpoints and answers),
                then %,d events in batches of a thousand come as fast as they are taken, until all is stored, scored and told. Heap: %d MiB
                at most on the JVM, %d natively, a third of what a pod is limited to. Repeat it with `./ressenti native` and
                `./ressenti bench flood DIR --write`.

                %s""".formatted(events, Scratch.HEAP, heap, table.text());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

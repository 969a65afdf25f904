package io.ressenti.bench.nativeimage;

import io.ressenti.bench.load.Events;
import io.ressenti.bench.report.ResultOption;
import io.ressenti.bench.report.Table;
import io.ressenti.bench.scratch.Scratch;
import io.ressenti.bench.scratch.ScratchOption;
import io.ressenti.cli.catalogue.CatalogueClient;
import io.ressenti.local.setup.Service;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How native executables compare with jars. */
@Command(
        name = "native",
        description = {
            "Starts each service from its jar and as its native executable (./ressenti native makes them): how long until it",
            "answers, the memory that it takes idle and under load, requests per second, size. Needs Linux."
        },
        mixinStandardHelpOptions = true)
public final class NativeCommand implements Callable<Integer> {

    @Option(
            names = "--service",
            paramLabel = "SERVICE",
            description = "TOUCHPOINT, FEEDBACK, SCORING, NOTIFICATION or CONSOLE, repeatable; all of them by default.")
    private Set<Service> services = EnumSet.allOf(Service.class);

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "How long each is loaded, after as long a warm-up (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Mixin
    private ScratchOption scratch;

    @Mixin
    private ResultOption results;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var report = markdown(scratch.run(this::measure));
        spec.commandLine().getOut().print(report);
        spec.commandLine().getOut().flush();
        results.keep("native", report);
        return 0;
    }

    private Map<Service, Map<Form, Footprint>> measure(Scratch system) {
        describe(system);
        Map<Service, Map<Form, Footprint>> footprints = new LinkedHashMap<>();
        for (Service service : services) {
            Map<Form, Footprint> ofForms = new EnumMap<>(Form.class);
            for (Form form : Form.values()) {
                ofForms.put(form, Footprint.of(service, form, system, seconds));
            }
            footprints.put(service, ofForms);
        }
        return footprints;
    }

    /** Feedback is refused about touchpoints that no catalogue has. */
    private static void describe(Scratch system) {
        try (var touchpoints = system.startTouchpointService(Map.of());
                var api = system.api()) {
            new CatalogueClient(api).put(Events.catalogue());
        }
    }

    private String markdown(Map<Service, Map<Form, Footprint>> footprints) {
        var table = new Table(
                "", "first answer, ms", "idle, MiB", "loaded, MiB", "requests/s", "of the JVM's", "program, MiB");
        footprints.forEach((service, ofForms) -> ofForms.forEach((form, footprint) -> table.row(
                "%s, %s: %s".formatted(service.module(), form.name().toLowerCase(Locale.ROOT), Visit.name(service)),
                number("%,.0f", footprint.startMillis()),
                number("%,.0f", footprint.idle()),
                number("%,.0f", footprint.loaded()),
                number("%,.0f", footprint.rate()),
                number("%.2f", footprint.rate() / ofForms.get(Form.JVM).rate()),
                number("%,.0f", footprint.size()))));
        return """
                # Compiled ahead of time, and on the JVM

                Each service with 256 MiB of heap and the serial collector, alone with Kafka and PostgreSQL on this machine. The first answer is
                that of `/q/health/live`, on a database that has its tables: the median of three starts. The load is %d s of eight clients, each of
                which sends its next request once the last was answered, after as long a warm-up. A jar's size is without the JVM's.
                Repeat it with `./ressenti native` and `./ressenti bench native --write`.

                %s
                Aimed at: a first answer within 100 ms, and less than 100 MiB idle.
                """.formatted(seconds, table.text());
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}

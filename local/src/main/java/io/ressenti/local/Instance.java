package io.ressenti.local;

import io.ressenti.local.process.PidFile;
import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * A launcher that runs, as the other commands find it.
 *
 * @param process the launcher
 * @param ports   where its parts listen
 */
record Instance(ProcessHandle process, Ports ports) {

    private static final String LAUNCHER = "launcher";

    /** The launcher that runs on that data. */
    static Optional<Instance> on(DataDirectory data) {
        return new PidFile(data.pid(LAUNCHER)).process().map(process -> new Instance(process, readPorts(data)));
    }

    /** Writes this process down as the launcher. */
    static void announce(DataDirectory data, Ports ports) {
        var properties = new Properties();
        properties.setProperty("front-door", String.valueOf(ports.frontDoor()));
        properties.setProperty("kafka", String.valueOf(ports.kafka()));
        properties.setProperty("postgresql", String.valueOf(ports.postgreSql()));
        properties.setProperty("services-from", String.valueOf(ports.servicesFrom()));
        try (var out = Files.newBufferedWriter(portsFile(data))) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException("the ports cannot be written down", e);
        }
        new PidFile(data.pid(LAUNCHER)).write(ProcessHandle.current());
    }

    /** Takes {@link #announce} back. */
    static void withdraw(DataDirectory data) {
        new PidFile(data.pid(LAUNCHER)).delete();
    }

    private static Ports readPorts(DataDirectory data) {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(portsFile(data))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the ports of the running launcher cannot be read", e);
        }
        return new Ports(
                port(properties, "front-door"),
                port(properties, "kafka"),
                port(properties, "postgresql"),
                port(properties, "services-from"));
    }

    private static int port(Properties properties, String name) {
        return Integer.parseInt(properties.getProperty(name));
    }

    private static Path portsFile(DataDirectory data) {
        return data.run().resolve("ports.properties");
    }
}

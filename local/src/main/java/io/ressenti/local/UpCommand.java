package io.ressenti.local;

import io.ressenti.local.setup.Ports;
import io.ressenti.local.setup.Project;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "up",
        description = "Starts everything and stays until Ctrl-C. Data is kept between runs.",
        mixinStandardHelpOptions = true,
        showDefaultValues = true)
final class UpCommand implements Callable<Integer> {

    @Mixin
    private DataOption data;

    @Option(names = "--port", defaultValue = "8080", description = "The front door: the one address that is needed.")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "localhost",
            description = "Where the front door listens; 0.0.0.0 lets other machines in.")
    private String host;

    @Option(names = "--kafka-port", defaultValue = "8092", description = "Kafka; its controller takes the next port.")
    private int kafkaPort;

    @Option(names = "--postgres-port", defaultValue = "8432", description = "PostgreSQL.")
    private int postgresPort;

    @Option(
            names = "--service-ports-from",
            defaultValue = "8081",
            description = "The first of the services' five ports.")
    private int servicePortsFrom;

    @Option(names = "--no-demo", negatable = false, description = "Plays no demo journeys.")
    private boolean noDemo;

    @Option(names = "--fresh", description = "Deletes events, databases and logs first; keys and logins stay.")
    private boolean fresh;

    @Option(
            names = "--native",
            defaultValue = "${env:RESSENTI_NATIVE:-false}",
            description = "Runs the executables that ./ressenti native has made; RESSENTI_NATIVE=true does the same.")
    private boolean isNative;

    @Override
    public Integer call() throws Exception {
        var ports = new Ports(port, kafkaPort, postgresPort, servicePortsFrom);
        var options = new Launcher.Options(host, ports, !noDemo, fresh, isNative);
        new Launcher(Project.ofThisCode(), data.directory(), options, new Terminal(System.out)).run();
        return 0;
    }
}

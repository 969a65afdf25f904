package io.ressenti.local;

import io.ressenti.local.process.Leftovers;
import io.ressenti.local.setup.Refusal;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops what ./ressenti up has started.", mixinStandardHelpOptions = true)
final class DownCommand implements Callable<Integer> {

    private static final Duration PATIENCE = Duration.ofSeconds(45);

    @Mixin
    private DataOption data;

    @Override
    public Integer call() throws InterruptedException {
        var instance = Instance.on(data.directory());
        if (instance.isEmpty()) {
            System.out.println("Nothing is running.");
            return 0;
        }
        System.out.println("Stopping…");
        var launcher = instance.get().process();
        launcher.destroy();
        if (!Leftovers.hasEnded(launcher, PATIENCE)) {
            throw new Refusal(
                    "The launcher (process %d) does not stop. End it with kill -9 %d; the next ./ressenti up cleans up."
                            .formatted(launcher.pid(), launcher.pid()));
        }
        System.out.println("Stopped. The data is kept in " + data.directory().root() + ".");
        return 0;
    }
}

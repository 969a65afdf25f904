package io.ressenti.local.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what a launcher that was killed has left behind. */
public final class Leftovers {

    private Leftovers() {}

    /**
     * Ends the processes that {@code pidFiles} name and that still run.
     *
     * @param grace how long each may take; it is killed afterwards
     * @return how many there were
     */
    public static int end(List<Path> pidFiles, Duration grace) throws InterruptedException {
        var processes = pidFiles.stream()
                .map(file -> new PidFile(file).process())
                .flatMap(Optional::stream)
                .toList();
        processes.forEach(ProcessHandle::destroy);
        for (ProcessHandle process : processes) {
            if (!hasEnded(process, grace)) {
                process.destroyForcibly();
                hasEnded(process, grace);
            }
        }
        pidFiles.forEach(file -> new PidFile(file).delete());
        return processes.size();
    }

    /** Waits for the end of a process; tells whether it came within {@code limit}. */
    public static boolean hasEnded(ProcessHandle process, Duration limit) throws InterruptedException {
        try {
            process.onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException stillThere) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("the end of process " + process.pid() + " cannot be awaited", e);
        }
    }
}

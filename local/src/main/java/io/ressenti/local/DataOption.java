package io.ressenti.local;

import io.ressenti.local.setup.DataDirectory;
import io.ressenti.local.setup.Project;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which data a command is about. */
final class DataOption {

    @Option(
            names = "--data",
            paramLabel = "DIR",
            defaultValue = "${env:RESSENTI_DATA}",
            description =
                    "Where data, logs and credentials are kept (default: .ressenti in the project; or RESSENTI_DATA).")
    private Path directory;

    DataDirectory directory() {
        return new DataDirectory(directory == null ? Project.ofThisCode().defaultData() : directory);
    }
}

package io.ressenti.local.frontdoor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** nginx starts with {@code docker/front-door/nginx.conf}. */
class NginxConfigurationTest {

    private static final Path CONFIGURATION = Path.of("..", "docker", "front-door", "nginx.conf");

    /** nginx's own: 8 buffers of a page each. */
    private static final int KIB_OF_ALL_BUFFERS_BUT_ONE = 7 * 4;

    /** What holds for an answer's header holds for its body, unless it is said otherwise: nginx refuses to start where that does not fit. */
    @Test
    void buffersFitTogether() throws IOException {
        // Given
        var configuration = Files.readString(CONFIGURATION);

        // When
        var header = kib(configuration, "proxy_buffer_size");
        var busy = kib(configuration, "proxy_busy_buffers_size");

        // Then
        assertThat(configuration).doesNotContainPattern("(?m)^\\s*proxy_buffers\\s");
        assertThat(busy).isBetween(header, KIB_OF_ALL_BUFFERS_BUT_ONE);
    }

    @Test
    void nginxItselfReadsIt(@TempDir Path folder) throws Exception {
        // Given
        assumeTrue(run(folder, "-v").code() == 0, "nginx is not installed");
        Files.writeString(
                folder.resolve("nginx.conf"),
                Files.readString(CONFIGURATION).replace(" /tmp/", " " + folder.toAbsolutePath() + "/"));
        Files.writeString(
                folder.resolve("upstreams.conf"),
                Stream.of(
                                "touchpoint-service",
                                "feedback-service",
                                "scoring-service",
                                "notification-service",
                                "console")
                        .map(service -> "upstream " + service + " { server 127.0.0.1:1; }\n")
                        .collect(Collectors.joining()));

        // When
        var read = run(folder, "-t", "-e", "stderr", "-p", folder.toString(), "-c", "nginx.conf");

        // Then
        assertThat(read.code()).as(read.said()).isZero();
    }

    private static int kib(String configuration, String directive) {
        var value = Pattern.compile("(?m)^\\s*" + directive + " (\\d+)k;").matcher(configuration);
        assertThat(value.find()).as(directive).isTrue();
        return Integer.parseInt(value.group(1));
    }

    private static Ran run(Path folder, String... arguments) throws Exception {
        var command = Stream.concat(Stream.of("nginx"), Stream.of(arguments)).toList();
        var said = folder.resolve("said");
        try {
            var nginx = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
            assertThat(nginx.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new Ran(nginx.exitValue(), Files.readString(said));
        } catch (IOException e) {
            // There is no nginx on the path.
            return new Ran(127, "");
        }
    }

    private record Ran(int code, String said) {}
}

package io.ressenti.cli.replay;

import io.ressenti.cli.client.BatchResult;
import io.ressenti.cli.client.Rejection;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a replay did, for the person who started it.
 *
 * @param leftOut why, and how many, events could not be made from the files
 */
record Summary(int sent, BatchResult result, Map<String, Integer> leftOut, Duration elapsed) {

    private static final int EXAMPLES = 3;

    /** Whether every event that was sent was taken. */
    boolean complete() {
        return result.rejected().isEmpty();
    }

    String text() {
        var text = new StringBuilder();
        var seconds = Math.max(elapsed.toMillis() / 1000.0, 0.001);
        line(text, "Sent %,d events in %.1f s (%,.0f/s)", sent, seconds, sent / seconds);
        line(text, "  accepted %,10d", result.accepted());
        line(text, "  rejected %,10d", result.rejected().size());
        reasons()
                .forEach((reason, rejections) ->
                        line(text, "    %,d × %s (%s)", rejections.size(), reason, examples(rejections)));
        line(
                text,
                "  left out %,10d",
                leftOut.values().stream().mapToInt(Integer::intValue).sum());
        leftOut.forEach((reason, count) -> line(text, "    %,d × %s", count, reason));
        return text.toString();
    }

    private Map<String, List<Rejection>> reasons() {
        return result.rejected().stream().collect(Collectors.groupingBy(Rejection::reason));
    }

    private static String examples(List<Rejection> rejections) {
        var ids = rejections.stream()
                .map(Rejection::id)
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .limit(EXAMPLES)
                .map(String::valueOf)
                .collect(Collectors.joining(", "));
        return rejections.size() > EXAMPLES ? ids + ", …" : ids;
    }

    private static void line(StringBuilder text, String format, Object... arguments) {
        text.append(String.format(Locale.ROOT, format, arguments)).append(System.lineSeparator());
    }
}

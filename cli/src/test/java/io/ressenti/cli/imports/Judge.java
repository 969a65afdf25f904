package io.ressenti.cli.imports;

import com.fasterxml.jackson.databind.JsonNode;
import io.ressenti.cli.StandIn.Answer;
import io.ressenti.cli.StandIn.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The touchpoint service's judgement, in small: an event without an id is invalid, a touchpoint "nowhere" is unknown. */
final class Judge implements Function<Request, Answer> {

    private static final String UNKNOWN =
            "{\"type\":\"urn:ressenti:problem:unknown-touchpoint\",\"title\":\"Unknown touchpoint\",\"detail\":\"Not here.\"}";
    private static final String INVALID = "{\"type\":\"urn:ressenti:problem:invalid\",\"title\":\"Invalid\","
            + "\"errors\":[{\"pointer\":\"/id\",\"message\":\"It is missing.\"}]}";

    @Override
    public Answer apply(Request request) {
        List<String> rejected = new ArrayList<>();
        for (int i = 0; i < request.body().size(); i++) {
            var problem = problem(request.body().get(i));
            if (problem != null) {
                rejected.add("{\"index\":%d,\"problem\":%s}".formatted(i, problem));
            }
        }
        var accepted = request.body().size() - rejected.size();
        return Answer.of(
                accepted == 0 ? 422 : 202,
                "{\"accepted\":%d,\"rejected\":[%s]}".formatted(accepted, String.join(",", rejected)));
    }

    private static String problem(JsonNode event) {
        if (!event.has("id")) {
            return INVALID;
        }
        return event.path("touchpoint").asText().equals("nowhere") ? UNKNOWN : null;
    }
}

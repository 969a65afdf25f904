package io.ressenti.feedback.collection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.contracts.FeedbackRecorded;
import io.ressenti.feedback.collection.BatchView.Rejected;
import io.ressenti.feedback.collection.Examined.Bad;
import io.ressenti.feedback.collection.Examined.Good;
import io.ressenti.platform.json.JsonBatch;
import io.ressenti.platform.problem.ProblemException;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A batch whose items have been examined one by one.
 *
 * @param good those that can be stored
 * @param bad  the others
 */
record FeedbackBatch(List<Good> good, List<Rejected> bad) {

    private static final ObjectMapper LENIENT = new ObjectMapper();

    static FeedbackBatch examine(List<JsonBatch.Item> items, Sender sender, Instant now) {
        List<Good> good = new ArrayList<>();
        List<Rejected> bad = new ArrayList<>();
        for (var item : items) {
            switch (examine(item, sender, now)) {
                case Good one -> good.add(one);
                case Bad(Rejected rejected) -> bad.add(rejected);
            }
        }
        return new FeedbackBatch(good, bad);
    }

    /** The items that can be stored, in their order. */
    List<FeedbackRecorded> feedback() {
        return good.stream().map(Good::feedback).toList();
    }

    /** The answer, once it is known what became of each of {@link #feedback()}. */
    BatchView answer(List<Outcome> outcomes) {
        List<Rejected> rejected = new ArrayList<>(bad);
        for (int i = 0; i < good.size(); i++) {
            var item = good.get(i);
            Problems.of(outcomes.get(i), item.feedback())
                    .map(problem -> new Rejected(item.index(), item.feedback().id(), problem))
                    .ifPresent(rejected::add);
        }
        rejected.sort(Comparator.comparingInt(Rejected::index));
        return new BatchView(good.size() + bad.size() - rejected.size(), rejected);
    }

    private static Examined examine(JsonBatch.Item item, Sender sender, Instant now) {
        try {
            return new Good(item.index(), Submission.read(item.json(), null, sender, now));
        } catch (ProblemException e) {
            return new Bad(new Rejected(item.index(), idOf(item.json()), e.problem()));
        }
    }

    /** The id that stands in an item in which something is wrong; null where even that cannot be read. */
    private static String idOf(byte[] json) {
        try {
            JsonNode item = LENIENT.readTree(json);
            return item.path("id").textValue();
        } catch (IOException e) {
            return null;
        }
    }
}

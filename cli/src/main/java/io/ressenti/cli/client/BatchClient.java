package io.ressenti.cli.client;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Sends many events at once. */
public final class BatchClient {

    private static final int TOO_LARGE = 413;

    private static final Duration CATALOGUE_PAUSE = Duration.ofMillis(250);
    private static final int ALL_REJECTED = 422;

    private final Api api;
    private final Duration catalogueDelay;

    /** @param catalogueDelay how long an unknown touchpoint may be one that the service is yet to hear of */
    public BatchClient(Api api, Duration catalogueDelay) {
        this.api = api;
        this.catalogueDelay = catalogueDelay;
    }

    /**
     * Sends the events; all of them must be of the same kind.
     *
     * @throws ClientException where the batch as a whole is refused, or nobody answers
     */
    public BatchResult send(List<? extends ClientEvent> events) {
        return events.isEmpty() ? BatchResult.NOTHING : send(events.getFirst().path() + "/batch", events);
    }

    /**
     * Sends items to a path that takes batches of them.
     *
     * @param items what is written as JSON objects
     * @throws ClientException where the batch as a whole is refused, or nobody answers
     */
    public BatchResult send(String path, List<?> items) {
        if (items.isEmpty()) {
            return BatchResult.NOTHING;
        }
        var deadline = Instant.now().plus(catalogueDelay);
        var result = sendOnce(path, items);
        while (result.rejected().stream().anyMatch(Rejection::unknownTouchpoint)
                && Instant.now().isBefore(deadline)) {
            Pause.of(CATALOGUE_PAUSE);
            result = sendUnknownAgain(path, items, result);
        }
        return result;
    }

    private BatchResult sendUnknownAgain(String path, List<?> items, BatchResult before) {
        var unknown = new ArrayList<Object>();
        var others = new ArrayList<Rejection>();
        var positions = new ArrayList<Integer>();
        for (var rejection : before.rejected()) {
            if (rejection.unknownTouchpoint()) {
                unknown.add(items.get(rejection.index()));
                positions.add(rejection.index());
            } else {
                others.add(rejection);
            }
        }
        var again = sendOnce(path, unknown);
        again.rejected().stream()
                .map(r -> new Rejection(positions.get(r.index()), r.id(), r.problem()))
                .forEach(others::add);
        return new BatchResult(before.accepted() + again.accepted(), others);
    }

    private BatchResult sendOnce(String path, List<?> items) {
        var reply = api.post(path, items);
        if (reply.ok() || reply.status() == ALL_REJECTED) {
            return Json.read(reply.body(), BatchResult.class);
        }
        if (reply.status() == TOO_LARGE && items.size() > 1) {
            int half = items.size() / 2;
            var first = sendOnce(path, items.subList(0, half));
            return first.plus(shifted(sendOnce(path, items.subList(half, items.size())), half));
        }
        var problem = Json.read(reply.body(), Problem.class);
        throw new ClientException("A batch was refused (%d): %s".formatted(reply.status(), problem.words()));
    }

    private static BatchResult shifted(BatchResult result, int by) {
        return new BatchResult(
                result.accepted(),
                result.rejected().stream()
                        .map(r -> new Rejection(r.index() + by, r.id(), r.problem()))
                        .toList());
    }
}

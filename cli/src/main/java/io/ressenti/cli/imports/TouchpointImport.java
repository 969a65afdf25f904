package io.ressenti.cli.imports;

import io.ressenti.cli.client.BatchClient;
import io.ressenti.cli.client.ClientException;
import io.ressenti.cli.client.InOrder;
import io.ressenti.cli.imports.input.Item;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/**
 * Sends what a file holds, several batches at a time.
 *
 * @param path      where batches go
 * @param batchSize items of the file per batch
 * @param inFlight  batches that are under way at the same time
 */
record TouchpointImport(BatchClient client, String path, Preparation preparation, int batchSize, int inFlight) {

    /**
     * Sends all of it.
     *
     * @param finished gets what became of each batch, in the order of the file
     * @throws ClientException where a batch cannot be sent, or the file cannot be read on; what was read is sent before
     */
    void run(Iterator<Item> items, Consumer<Outcome> finished) {
        try (var calls = new InOrder<>(inFlight, finished)) {
            var batch = nextBatch(items, calls);
            while (!batch.isEmpty()) {
                var next = batch;
                calls.begin(() -> send(next));
                batch = nextBatch(items, calls);
            }
            calls.finish();
        }
    }

    private List<Prepared> nextBatch(Iterator<Item> items, InOrder<Outcome> calls) {
        List<Prepared> batch = new ArrayList<>(batchSize);
        try {
            while (batch.size() < batchSize && items.hasNext()) {
                batch.add(preparation.prepare(items.next()));
            }
            return batch;
        } catch (ClientException unreadable) {
            calls.begin(() -> send(batch));
            calls.finish();
            throw unreadable;
        }
    }

    private Outcome send(List<Prepared> batch) {
        var ready = only(Prepared.Ready.class, batch);
        var result = client.send(path, ready.stream().map(Prepared.Ready::event).toList());
        List<RejectedItem> rejected = new ArrayList<>();
        only(Prepared.Refused.class, batch).forEach(refused -> rejected.add(refused.item()));
        result.rejected().forEach(rejection -> {
            var item = ready.get(rejection.index());
            rejected.add(RejectedItem.ofEvent(item.line(), item.event(), rejection.problem()));
        });
        rejected.sort(Comparator.comparingLong(RejectedItem::line));
        var leftOut = only(Prepared.LeftOut.class, batch).size();
        return new Outcome(Totals.of(result.accepted(), leftOut, rejected), rejected);
    }

    private static <T extends Prepared> List<T> only(Class<T> kind, List<Prepared> batch) {
        return batch.stream().filter(kind::isInstance).map(kind::cast).toList();
    }
}

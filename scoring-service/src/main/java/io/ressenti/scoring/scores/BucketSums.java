package io.ressenti.scoring.scores;

import io.ressenti.scoring.model.Sums;
import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * Sums of one group by bucket, in the order of time. They stand side by side in two arrays: an answer of a hundred thousand buckets
 * is added up from many more sums, and an object kept for each of them would cost the garbage collector more time than adding up takes.
 */
final class BucketSums {

    private static final int FIRST_SIZE = 4;

    /** How many numbers each bucket has in {@code counts}, and in {@code sums}. */
    private static final int COUNTS = 3;

    private static final int SUMS = 2;

    private long[] buckets = new long[FIRST_SIZE];
    private long[] counts = new long[FIRST_SIZE * COUNTS];
    private double[] sums = new double[FIRST_SIZE * SUMS];
    private int size;
    private int next;

    /** How many buckets there are. */
    int size() {
        return size;
    }

    /**
     * Adds to the sums of a bucket. Where buckets come in the order of time, each is found at once.
     *
     * @param bucket its start, or anything else that stands for it and has its place in the order
     */
    void add(long bucket, Sums addend) {
        var at = placeOf(bucket);
        counts[at * COUNTS] += addend.n();
        counts[at * COUNTS + 1] += addend.favourable();
        counts[at * COUNTS + 2] += addend.unfavourable();
        sums[at * SUMS] += addend.sum();
        sums[at * SUMS + 1] += addend.squares();
        next = at + 1;
    }

    /** Gives each bucket that holds anything, in the order of time. */
    void forEach(BiConsumer<Long, Sums> each) {
        for (int i = 0; i < size; i++) {
            if (counts[i * COUNTS] > 0) {
                each.accept(buckets[i], at(i));
            }
        }
    }

    private Sums at(int i) {
        return new Sums(
                counts[i * COUNTS], sums[i * SUMS], sums[i * SUMS + 1], counts[i * COUNTS + 1], counts[i * COUNTS + 2]);
    }

    private int placeOf(long bucket) {
        if (next < size && buckets[next] == bucket) {
            return next;
        }
        if (next > 0 && buckets[next - 1] == bucket) {
            return next - 1;
        }
        var found = Arrays.binarySearch(buckets, 0, size, bucket);
        return found >= 0 ? found : insert(-found - 1, bucket);
    }

    private int insert(int at, long bucket) {
        if (size == buckets.length) {
            buckets = Arrays.copyOf(buckets, 2 * size);
            counts = Arrays.copyOf(counts, 2 * size * COUNTS);
            sums = Arrays.copyOf(sums, 2 * size * SUMS);
        }
        moveUp(buckets, at, 1);
        moveUp(counts, at, COUNTS);
        moveUp(sums, at, SUMS);
        buckets[at] = bucket;
        Arrays.fill(counts, at * COUNTS, (at + 1) * COUNTS, 0);
        Arrays.fill(sums, at * SUMS, (at + 1) * SUMS, 0);
        size++;
        return at;
    }

    /** Makes room for one bucket more. */
    private void moveUp(Object column, int from, int width) {
        System.arraycopy(column, from * width, column, (from + 1) * width, (size - from) * width);
    }
}

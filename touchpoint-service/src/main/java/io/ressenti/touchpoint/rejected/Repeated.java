package io.ressenti.touchpoint.rejected;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * The same rejection, so many times. A statement can touch a row only once.
 *
 * @param last    the last of them
 * @param firstAt when the first of them was
 * @param times   how many they are
 */
record Repeated(Rejection last, Instant firstAt, long times) {

    private record Key(String brand, String id) implements Comparable<Key> {

        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::brand).thenComparing(Key::id);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** Folds what is the same; in the order of the table's primary key, so that two instances lock rows in the same order. */
    static Collection<Repeated> of(List<Rejection> rejections) {
        var folded = new TreeMap<Key, Repeated>();
        for (var rejection : rejections) {
            folded.merge(
                    new Key(rejection.brand(), rejection.id().toString()),
                    new Repeated(rejection, rejection.at(), 1),
                    Repeated::and);
        }
        return folded.values();
    }

    private Repeated and(Repeated other) {
        var latest = other.last.at().isBefore(last.at()) ? last : other.last;
        return new Repeated(latest, firstAt.isBefore(other.firstAt) ? firstAt : other.firstAt, times + other.times);
    }
}

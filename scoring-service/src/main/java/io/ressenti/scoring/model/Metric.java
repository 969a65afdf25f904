package io.ressenti.scoring.model;

import java.util.List;

/** A published metric: which sums it rests on, and what it makes of them. */
public sealed interface Metric {

    /** Grows when a formula changes: numbers of different versions must not be compared. */
    int VERSION = 1;

    /** The metric's name in the API. */
    String code();

    /** The formula, for people. */
    String formula();

    /** The series that are added up. */
    List<Series> series();

    /**
     * The number and its interval.
     *
     * @param sums of {@link #series()}; at least one value
     */
    Estimate estimate(Sums sums);

    /** Net Promoter Score, −100 to 100. */
    record Nps() implements Metric {
        @Override
        public String code() {
            return "nps";
        }

        @Override
        public String formula() {
            return "100·(P − D)/n; P: answers 9–10, D: answers 0–6 of 0–10; 95 % adjusted Wald interval (n+3, P+¾, D+¾)";
        }

        @Override
        public List<Series> series() {
            return List.of(Series.NPS);
        }

        @Override
        public Estimate estimate(Sums sums) {
            var value = 100.0 * (sums.favourable() - sums.unfavourable()) / sums.n();
            var interval = Interval.adjustedWaldNps(sums.favourable(), sums.unfavourable(), sums.n());
            return new Estimate(value, interval.times(100), sums.mean(), null);
        }
    }

    /** The share of satisfied customers in percent, of one question type on one scale. */
    record Csat(AnswerScale answers) implements Metric {
        @Override
        public String code() {
            return "csat";
        }

        @Override
        public String formula() {
            return "100·top-%d answers/n on %s 1–%d; 95 %% Wilson interval; mean on the answers' own scale"
                    .formatted(Rating.topBoxes(answers.scale()), answers.name(), answers.scale());
        }

        @Override
        public List<Series> series() {
            return List.of(answers.series());
        }

        @Override
        public Estimate estimate(Sums sums) {
            var value = 100.0 * sums.favourable() / sums.n();
            var interval = Interval.wilson(sums.favourable(), sums.n());
            return new Estimate(value, interval.times(100), sums.mean(), null);
        }
    }

    /** Customer Effort Score 2.0: the mean on 1..scale. */
    record Ces(int scale) implements Metric {

        /** CES 2.0 has seven points. */
        public static final int USUAL_SCALE = 7;

        @Override
        public String code() {
            return "ces";
        }

        @Override
        public String formula() {
            return "mean of answers on 1–%d, \"made it easy\"; 95 %% normal interval; share: the upper third (5–7 of 7)"
                    .formatted(scale);
        }

        @Override
        public List<Series> series() {
            return List.of(Series.ces(scale));
        }

        @Override
        public Estimate estimate(Sums sums) {
            var interval = Interval.normal(sums, 1, scale).orElse(null);
            return new Estimate(sums.mean(), interval, null, 100.0 * sums.favourable() / sums.n());
        }
    }

    /** The mean of signals' values, 0–100. */
    record Experience(Voice of) implements Metric {
        @Override
        public String code() {
            return "experience";
        }

        @Override
        public String formula() {
            return "mean of the values 0–100 of " + of.signals() + "; 95 % normal interval";
        }

        @Override
        public List<Series> series() {
            return of.series();
        }

        @Override
        public Estimate estimate(Sums sums) {
            return new Estimate(sums.mean(), Interval.normal(sums, 0, 100).orElse(null), null, null);
        }
    }

    /** The share of dissatisfied signals in percent. */
    record DissatisfiedShare(Voice of) implements Metric {
        @Override
        public String code() {
            return "dissatisfied-share";
        }

        @Override
        public String formula() {
            return "100·dissatisfied signals/n over " + of.signals() + "; 95 % Wilson interval";
        }

        @Override
        public List<Series> series() {
            return of.series();
        }

        @Override
        public Estimate estimate(Sums sums) {
            var value = 100.0 * sums.unfavourable() / sums.n();
            var interval = Interval.wilson(sums.unfavourable(), sums.n());
            return new Estimate(value, interval.times(100), null, null);
        }
    }
}

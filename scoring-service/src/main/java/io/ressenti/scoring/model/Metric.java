package io.ressenti.scoring.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A published metric: which sums it rests on, and what it makes of them. */
public sealed interface Metric {

    /**
     * Grows when a formula changes: numbers of different versions must not be compared. 2: intervals of means are Student's
     * instead of normal.
     */
    int VERSION = 2;

    /** The metric's name in the API. */
    String code();

    /** The formula, for people. */
    String formula();

    /** The series that are added up. */
    List<Series> series();

    /** What it needs of the sums besides n; all else may be left out, and be 0. */
    Set<Addend> addends();

    /** What becomes of the sums. */
    Statistic statistic();

    /** Whether a higher number is the better one. */
    default boolean higherIsBetter() {
        return true;
    }

    /**
     * The number and its interval.
     *
     * @param sums of {@link #series()}; at least one value
     */
    default Estimate estimate(Sums sums) {
        return Estimate.of(statistic(), sums);
    }

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
        public Set<Addend> addends() {
            return EnumSet.of(Addend.SUM, Addend.FAVOURABLE, Addend.UNFAVOURABLE);
        }

        @Override
        public Statistic statistic() {
            return new NetPromoters();
        }

        @Override
        public Estimate estimate(Sums sums) {
            return Metric.super.estimate(sums).withMean(sums.mean());
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
        public Set<Addend> addends() {
            return EnumSet.of(Addend.SUM, Addend.FAVOURABLE);
        }

        @Override
        public Statistic statistic() {
            return Share.FAVOURABLE;
        }

        @Override
        public Estimate estimate(Sums sums) {
            return Metric.super.estimate(sums).withMean(sums.mean());
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
            return "mean of answers on 1–%d, \"made it easy\"; 95 %% Student's t interval; share: the upper third (5–7 of 7)"
                    .formatted(scale);
        }

        @Override
        public List<Series> series() {
            return List.of(Series.ces(scale));
        }

        @Override
        public Set<Addend> addends() {
            return EnumSet.of(Addend.SUM, Addend.SQUARES, Addend.FAVOURABLE);
        }

        @Override
        public Statistic statistic() {
            return new Mean(1, scale);
        }

        @Override
        public Estimate estimate(Sums sums) {
            return Metric.super.estimate(sums).withShare(Share.FAVOURABLE.value(sums));
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
            return "mean of the values 0–100 of " + of.signals() + "; 95 % Student's t interval";
        }

        @Override
        public List<Series> series() {
            return of.series();
        }

        @Override
        public Set<Addend> addends() {
            return EnumSet.of(Addend.SUM, Addend.SQUARES);
        }

        @Override
        public Statistic statistic() {
            return new Mean(0, 100);
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
        public Set<Addend> addends() {
            return EnumSet.of(Addend.UNFAVOURABLE);
        }

        @Override
        public Statistic statistic() {
            return Share.UNFAVOURABLE;
        }

        @Override
        public boolean higherIsBetter() {
            return false;
        }
    }
}

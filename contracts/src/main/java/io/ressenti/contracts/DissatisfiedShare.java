package io.ressenti.contracts;

/**
 * How many of the signals were dissatisfied.
 *
 * @param n     how many signals
 * @param value the dissatisfied ones, in percent
 * @param low   lower end of the 95 % interval (Wilson)
 * @param high  upper end of the 95 % interval (Wilson)
 */
public record DissatisfiedShare(long n, double value, double low, double high) {}

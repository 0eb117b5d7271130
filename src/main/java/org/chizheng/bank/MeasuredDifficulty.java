package org.chizheng.bank;

/**
 * Difficulty measured from answers, in the logistic model P(right | ability θ) = 1 / (1 + exp(−a (θ − b))); abilities are N(0, 1) among the run's candidates.
 *
 * @param a discrimination, more than 0
 * @param b difficulty
 * @param error standard error of b
 * @param responses from so many answers
 */
public record MeasuredDifficulty(double a, double b, double error, int responses) {}

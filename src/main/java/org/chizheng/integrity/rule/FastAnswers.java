package org.chizheng.integrity.rule;

import java.util.List;

/**
 * Right answers that came faster than their questions can be read. Who answers so fast has not read (rapid guessing: Wise & Kong 2005, Applied Measurement in Education 18,
 * 163–183; the common threshold of three seconds: Kong, Wise & Bhola 2007, Educational and Psychological Measurement 67, 606–619) and is right by the chance of a guess only;
 * many right ones say that the answers were known before. Practised candidates can do it honestly.
 */
public final class FastAnswers {
    private FastAnswers() {}

    /**
     * A first answer.
     *
     * @param seconds that it took
     * @param guess the chance that a guess is right
     */
    public record Answer(double seconds, boolean right, double guess) {}

    /** Right ones among the fast ones, and the chance of a guess for each of these. */
    public record Found(int right, double[] chances) {
        public double probability() {
            return GeneralisedBinomial.atLeast(chances, right);
        }
    }

    /** @param threshold in seconds */
    public static Found of(List<Answer> answers, double threshold) {
        List<Answer> fast =
                answers.stream().filter(answer -> answer.seconds() < threshold).toList();
        return new Found(
                (int) fast.stream().filter(Answer::right).count(),
                fast.stream().mapToDouble(Answer::guess).toArray());
    }

    /**
     * @param type TRUE_FALSE, SINGLE or MULTIPLE
     * @param options how many there are
     * @return one of the options; of several to choose, one of the sets of two or more
     */
    public static double guess(String type, int options) {
        return "MULTIPLE".equals(type) ? 1 / (Math.pow(2, options) - options - 1) : 1.0 / options;
    }
}

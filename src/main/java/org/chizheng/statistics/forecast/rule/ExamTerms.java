package org.chizheng.statistics.forecast.rule;

/**
 * What the policy of a month asks of a qualification.
 *
 * @param known false if there is no policy: then neither seats nor hours can be told
 * @param practical whether a practical part belongs to the examination
 * @param renewalExam whether the theory is examined again for a renewal
 * @param initialHours of training before the first certificate, 0 where the policy does not say
 * @param renewalHours before a renewal, 0 where the policy does not say
 */
public record ExamTerms(boolean known, boolean practical, boolean renewalExam, int initialHours, int renewalHours) {
    public static final ExamTerms UNKNOWN = new ExamTerms(false, false, false, 0, 0);

    /** People who sit the theory. */
    public long theory(Certified certified) {
        return known ? certified.initial() + (renewalExam ? certified.renewal() : 0) : 0;
    }

    /** People who take the practical. */
    public long practical(Certified certified) {
        return practical ? certified.initial() : 0;
    }

    public long hours(Certified certified) {
        return initialHours(certified) + renewalHours(certified);
    }

    private long initialHours(Certified certified) {
        return certified.initial() * initialHours;
    }

    private long renewalHours(Certified certified) {
        return certified.renewal() * renewalHours;
    }

    /** @param initial hours of planned classes before a first certificate; renewal before a renewal */
    public Training training(Certified certified, long initial, long renewal) {
        return Training.of(initialHours(certified), initial).plus(Training.of(renewalHours(certified), renewal));
    }

    /** People of whom the hours are not said. */
    public long unsaid(Certified certified) {
        return (initialHours == 0 ? certified.initial() : 0) + (renewalHours == 0 ? certified.renewal() : 0);
    }
}

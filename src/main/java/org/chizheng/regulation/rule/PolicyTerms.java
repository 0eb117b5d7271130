package org.chizheng.regulation.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The terms of one policy version. Numbers are in the unit the name says; a missing term is a fault of the data, never a default. */
public record PolicyTerms(String id, Map<PolicyTerm, String> values) {
    public PolicyTerms {
        values = Map.copyOf(values);
    }

    public String text(PolicyTerm term) {
        String value = values.get(term);
        if (value == null) {
            throw new IllegalStateException("policy " + id + " has no term " + term);
        }
        return value;
    }

    public int number(PolicyTerm term) {
        try {
            return Integer.parseInt(text(term));
        } catch (NumberFormatException e) {
            throw new IllegalStateException("policy " + id + ": " + term + " is not a number: " + text(term), e);
        }
    }

    /** Parts that must be passed before a certificate: THEORY, PRACTICAL. */
    public List<String> parts() {
        return Arrays.asList(text(PolicyTerm.PARTS).split(","));
    }

    public boolean isTheoryOnly() {
        return parts().equals(List.of("THEORY"));
    }

    public int theoryMinutes() {
        return number(PolicyTerm.THEORY_MINUTES);
    }

    /** Points needed to pass the theory, inclusive. */
    public int theoryCut() {
        return number(PolicyTerm.THEORY_CUT);
    }

    public int certificateYears() {
        return number(PolicyTerm.CERTIFICATE_YEARS);
    }
}

package org.chizheng.incident;

import java.time.LocalDate;
import java.util.List;

import org.chizheng.common.Refused;
import org.chizheng.incident.rule.Measure;
import org.chizheng.incident.rule.Sanction;

/**
 * A kind of incident as the data has it.
 *
 * @param kind GENERAL, SERIOUS, TECHNICAL, HEALTH or OTHER
 * @param breach somebody is to blame: the candidate is told, the authority decides
 * @param creditsTime candidates may get time back
 * @param effects what the authority may decide beside that nothing is held against the candidate, the mildest first
 * @param banTerm the policy's term with the years of a ban, null where none is possible
 */
public record IncidentClass(
        String code,
        LocalDate from,
        String kind,
        String zh,
        String en,
        boolean breach,
        boolean creditsTime,
        List<Measure> effects,
        String banTerm,
        String article,
        String mark) {
    public IncidentClass {
        effects = List.copyOf(effects);
    }

    /** @throws Refused EFFECT_NOT_ALLOWED, WHOLE_NEEDS_ZERO */
    void mustAllow(Sanction sanction) {
        if (sanction.measure() == null || sanction.measure() != Measure.NONE && !effects.contains(sanction.measure())) {
            throw new Refused(IncidentRefusal.EFFECT_NOT_ALLOWED);
        }
        if (!sanction.fits()) {
            throw new Refused(IncidentRefusal.WHOLE_NEEDS_ZERO);
        }
    }

    /** Not sourced, or not for this province. */
    public boolean provisional() {
        return "UNCERTAIN".equals(mark);
    }
}

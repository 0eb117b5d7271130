package org.chizheng.certificate.life;

/**
 * What an officer asks for, as typed.
 *
 * @param act name of an {@link org.chizheng.certificate.rule.Act}
 * @param ground class of the reason
 * @param document number of the decision on paper
 * @param effectiveOn a date, today when blank
 */
public record ActForm(String act, String ground, String reason, String document, String effectiveOn) {
    static final ActForm EMPTY = new ActForm("", "", "", "", "");

    public ActForm {
        act = act == null ? "" : act;
        ground = ground == null ? "" : ground;
        reason = reason == null ? "" : reason;
        document = document == null ? "" : document;
        effectiveOn = effectiveOn == null ? "" : effectiveOn;
    }
}

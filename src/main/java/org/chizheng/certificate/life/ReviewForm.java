package org.chizheng.certificate.life;

/**
 * A review as it was held, as typed.
 *
 * @param heldOn a date, today when blank
 * @param document number of its record
 * @param longCycle whether the longer period follows (Order 30, article 21: ten years in the trade without a breach)
 */
public record ReviewForm(String heldOn, RenewalForm brought, String document, boolean longCycle) {}

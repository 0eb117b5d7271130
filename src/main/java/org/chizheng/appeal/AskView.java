package org.chizheng.appeal;

import java.math.BigDecimal;

/** What a candidate asks about: sheet is the address of its result sheet, appeal whether it is against the outcome of a recheck. */
public record AskView(String sheet, String part, String qualification, BigDecimal score, boolean appeal) {}

package org.chizheng.admission;

/** A reason that staff can choose at the entrance. */
public record ReasonView(String code, String zh, String en) {}

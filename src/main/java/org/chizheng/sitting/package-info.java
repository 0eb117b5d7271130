/** Sittings 答题: one candidate's attempt; the clock, the append-only response log, hand-in with receipt. The server alone decides the deadline. */
package org.chizheng.sitting;

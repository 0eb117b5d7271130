/** Splitting, pace, shares, and when an enterprise is called to answer: plain values. */
package org.chizheng.goal.rule;

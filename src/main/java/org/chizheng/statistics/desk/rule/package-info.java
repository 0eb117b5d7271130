/** Comparing regions and days: plain Java. */
package org.chizheng.statistics.desk.rule;

/** The regulator's desk: what moved the holder rate since yesterday, the worst first; cities compared by size and mix; alerts in {@code alert}. */
package org.chizheng.statistics.desk;

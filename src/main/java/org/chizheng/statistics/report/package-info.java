/** Monthly reports 月报 of the holder rate: made once of a month that is over, kept as bytes, corrected only by another version. */
package org.chizheng.statistics.report;

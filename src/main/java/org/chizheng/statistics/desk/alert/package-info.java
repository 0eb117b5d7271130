/** Alerts 预警 of regions whose holder rate fell: raised once from published figures, closed when the fall is made good or by a regulator with a reason. */
package org.chizheng.statistics.desk.alert;

/** Exchange 题库交换: items in from and out to the files of others (Excel, CSV, Moodle XML, GIFT, Aiken, QTI). */
package org.chizheng.exchange;

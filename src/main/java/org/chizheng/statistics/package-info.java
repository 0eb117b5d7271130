/** Figures with their definitions: holder rate 持证上岗率. Reads only. */
package org.chizheng.statistics;

/** How a requirement of a person on post stands over time, and how many such stand in a region: values in, values out. Days are counted from 1970-01-01. */
package org.chizheng.statistics.figures.rule;

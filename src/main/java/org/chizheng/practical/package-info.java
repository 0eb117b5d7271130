/** The practical examination 实操: tasks as data, stations, a draw for each candidate, marks of two assessors or three, results. */
package org.chizheng.practical;

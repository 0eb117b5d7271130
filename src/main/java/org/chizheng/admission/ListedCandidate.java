package org.chizheng.admission;

/**
 * A line of a room's list.
 *
 * @param idNumber masked
 * @param seat null until it is drawn
 */
record ListedCandidate(String ticket, String name, String idNumber, String seat) {}

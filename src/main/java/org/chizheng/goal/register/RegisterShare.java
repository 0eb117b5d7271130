package org.chizheng.goal.register;

import org.chizheng.goal.Cell;

/**
 * The share that the plan asks for.
 *
 * @param share members that answer to it, of those that are there; for enforcement staff those of cities and counties alone
 * @param must per cent that the plan names, null for none
 * @param met whether that is reached, told by the numbers and not by the cut figure
 * @param posts that the plan names, null for none
 * @param there all members, of all levels; null where the reader sees rates only
 */
public record RegisterShare(Register register, Cell share, Integer must, boolean met, Integer posts, Long there) {}

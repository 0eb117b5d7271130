/** Closing 考场记录: a room is closed when nothing is open any more: its record is drawn up once, signed by two of the staff, and kept. */
package org.chizheng.closing;

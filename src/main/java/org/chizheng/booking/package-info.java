/** Booking 预约 of places in sessions: what is planned for those who wait, who takes which place, moves or gives it back, who waits for one; and who may be on duty for whom. */
package org.chizheng.booking;

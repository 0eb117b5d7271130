/** Examination centres 考试点: rooms and seats with the computers at them, practical stations, opening hours, accreditation, staff. Nothing of a centre is deleted. */
package org.chizheng.centre;

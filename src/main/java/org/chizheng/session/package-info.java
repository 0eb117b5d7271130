/** Sessions 场次: scheduling, eligibility and enrolment, tickets, check-in with seat and paper, the start of the room; sign-in by ticket. */
package org.chizheng.session;

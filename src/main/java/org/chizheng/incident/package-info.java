/** Incidents 违规: what went wrong in a room, signed by two, told to the candidate, decided by the authority, open to appeal; lost time given back. */
package org.chizheng.incident;

/** Admission 入场: tickets and papers for the doors, the check at the entrance by two people, walk-ins, and who did not come. */
package org.chizheng.admission;

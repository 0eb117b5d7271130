/** Virtual candidates that sit a whole examination by the public doors, with a ledger of what the service acknowledged. Knows nothing else of the service. */
package org.chizheng.rehearsal;

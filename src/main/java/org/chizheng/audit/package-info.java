/** Who did what, when, to what: append-only, chained within a second by the sealer, signed with a key outside the database. */
package org.chizheng.audit;

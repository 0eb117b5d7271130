/** {@code bin/bench}: delivery, faults, papers and certificates; where a database and a service are needed, they are the bench's own. */
package org.chizheng.rehearsal.bench;

/** {@code bin/bench}: delivery and faults, each with a PostgreSQL and a service of its own. */
package org.chizheng.rehearsal.bench;

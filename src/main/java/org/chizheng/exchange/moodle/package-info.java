/** Moodle XML, the format in which Moodle's question bank is exported and imported (documented at docs.moodle.org, "Moodle XML format"). */
package org.chizheng.exchange.moodle;

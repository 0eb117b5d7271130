/** Aiken, the simplest text format for single choice (documented at docs.moodle.org, "Aiken format"). */
package org.chizheng.exchange.aiken;

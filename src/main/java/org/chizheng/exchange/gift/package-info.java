/** GIFT, the plain-text format of Moodle (documented at docs.moodle.org, "GIFT format"). */
package org.chizheng.exchange.gift;

/** How people write items into tables: headings, options, keys, types. Plain Java. */
package org.chizheng.exchange.rule;

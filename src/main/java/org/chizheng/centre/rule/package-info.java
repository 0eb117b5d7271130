/** When a centre is open, and which computer stands at a seat. Plain Java: time and address are parameters. */
package org.chizheng.centre.rule;

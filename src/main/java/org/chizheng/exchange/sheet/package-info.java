/** Items in tables 表格: Excel and CSV, in and out, and back to their author with what was wrong. */
package org.chizheng.exchange.sheet;

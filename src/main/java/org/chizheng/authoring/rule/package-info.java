/** What can be said of an item by reading it: rules that help its author, decide nothing and know no database. */
package org.chizheng.authoring.rule;

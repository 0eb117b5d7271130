/** How days are written in lists. Plain Java. */
package org.chizheng.training.rule;

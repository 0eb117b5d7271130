/** Landing pages and pages that need two far stages at once: composes, decides nothing. */
package org.chizheng.home;

/** Rules of the scan log. */
package org.chizheng.verification.scan.rule;

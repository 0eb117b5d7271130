/** Commands that prove something about stored data from outside the service: they print what they checked and exit 1 naming the first thing that does not hold. */
package org.chizheng.proof;

/** Scan log: who checks which certificate from where, what looks wrong about it, and who guesses. */
package org.chizheng.verification.scan;

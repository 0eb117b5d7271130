/** The demo authority: made by the same legal steps as a real one, in the demo profile only; and the loading of the bank at start. */
package org.chizheng.demo;

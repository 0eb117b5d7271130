/** Item analysis: classical statistics, Rasch and 2PL calibration, fit, drift, and advice to authors. */
package org.chizheng.calibration;

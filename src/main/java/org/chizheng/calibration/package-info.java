/**
 * Item analysis: classical statistics, Rasch and 2PL calibration, fit, drift, and advice to authors. Scored sittings are counted once into sums ({@link
 * org.chizheng.calibration.Counting}); calibrations read the newest sittings' answers and publish measured difficulties to the bank.
 */
package org.chizheng.calibration;

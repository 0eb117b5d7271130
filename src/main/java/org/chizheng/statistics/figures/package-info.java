/** Holder rates kept as the facts change: read at once for any day, rebuilt from the facts at any time, and never another figure than the function fitness_on counts. */
package org.chizheng.statistics.figures;

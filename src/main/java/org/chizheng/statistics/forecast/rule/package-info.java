/** How open requirements are spread over months, and what of seats, places and hours that takes. */
package org.chizheng.statistics.forecast.rule;

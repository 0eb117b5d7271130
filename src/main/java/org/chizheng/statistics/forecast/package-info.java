/** What lapses if nothing is done, what examinations and training it takes to reach and to hold 100 %, and what of it is planned already (ADR 33). */
package org.chizheng.statistics.forecast;

/** Rosters from files and programs: who works where at which post since when, looked at first, then all of it or nothing. */
package org.chizheng.fitness.roster;

package org.chizheng.fitness.roster;

import java.util.List;
import java.util.Map;

/**
 * What a program sends.
 *
 * @param dryRun true to look only
 * @param rows by the names of the columns: name, idType, idNumber, birth, sex, post, site, qualification, department, workerKind, partTime, from, until, creditCode; all text
 */
record RosterForm(boolean dryRun, List<Map<String, String>> rows) {}

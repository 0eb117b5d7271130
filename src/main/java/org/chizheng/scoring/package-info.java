/** Scores 成绩: frozen key against the log, integers only; verdict by the policy of the session's day; release. */
package org.chizheng.scoring;

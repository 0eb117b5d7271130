/** Scores 成绩: frozen key against the log, integers only; verdict by the policy of the session's day; release; regrade when a key is found wrong later. */
package org.chizheng.scoring;

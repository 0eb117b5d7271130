/** After the release: result sheets 成绩单, rechecks 复核 of a result and appeals 申诉 against their outcome. */
package org.chizheng.appeal;

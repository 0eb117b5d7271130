/** The regulator's work list 督办事项: what facts call for, the enterprise's answer, deadlines in working days. */
package org.chizheng.goal.work;

/** Practice 模拟练习: candidates practise with the published share of the bank, which no exam uses. */
package org.chizheng.practice;

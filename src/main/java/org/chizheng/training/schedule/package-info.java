/** The schedule of training 开班计划: classes that providers have planned, what they can take, and where. The forecast sets it against what has to be trained. */
package org.chizheng.training.schedule;

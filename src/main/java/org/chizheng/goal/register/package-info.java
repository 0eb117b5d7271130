/** Staff registers of the plan: enforcement staff 执法人员, rescue teams 应急救援队伍, specialists 专家, cadres 干部: dated facts within a region, and the share that the plan asks for. */
package org.chizheng.goal.register;

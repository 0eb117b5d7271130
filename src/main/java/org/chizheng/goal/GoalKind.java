package org.chizheng.goal;

/** What the plan counts: principals, managers and operators trained; specialists brought up 专业人才; cadres trained 干部. */
public enum GoalKind {
    OPERATING,
    SPECIALIST,
    CADRE
}

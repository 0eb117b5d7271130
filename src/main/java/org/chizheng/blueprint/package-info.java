/** Blueprints 组卷方案: how many items of which type, chapter and difficulty a paper has, and at how many points. */
package org.chizheng.blueprint;

/** The law of matching people on post with certificates, and of telling others about it; plain Java. */
package org.chizheng.fitness.rule;

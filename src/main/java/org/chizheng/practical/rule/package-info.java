/** How tasks are drawn, who may take a practical, and what two or three assessors' marks come to. */
package org.chizheng.practical.rule;

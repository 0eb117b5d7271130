/** Ground floor: clock, sealing, refusals, messages, ids. No word of examinations stands here. */
package org.chizheng.common;

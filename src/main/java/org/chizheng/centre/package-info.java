/** Examination centres 考试点, their rooms and seats. */
package org.chizheng.centre;

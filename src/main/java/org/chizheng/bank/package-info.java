/** Item bank 题库: subjects, chapters, items and their immutable revisions; the loader of the bank's files. */
package org.chizheng.bank;

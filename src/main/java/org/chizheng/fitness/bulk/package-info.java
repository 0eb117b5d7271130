/** Bulk check 批量核查: many people and posts asked about at once, from a file or by a program; keys for programs, and messages when a certificate of one's people changes. */
package org.chizheng.fitness.bulk;

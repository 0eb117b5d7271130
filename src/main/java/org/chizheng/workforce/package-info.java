/** Enterprises, posts, people on post and what each post requires: facts with the time they were true and the time we knew; no rate. */
package org.chizheng.workforce;

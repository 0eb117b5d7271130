/** Integrity desk 诚信分析: what is striking in ended sessions, by published statistics with their reference distributions. Evidence for people, never a verdict; nothing here changes a result. */
package org.chizheng.integrity;

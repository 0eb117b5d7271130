/** Locked browser 锁定浏览器: which sessions are sat in Safe Exam Browser, the file that starts it, the proof that each page brings, and who is let off it. */
package org.chizheng.lockdown;

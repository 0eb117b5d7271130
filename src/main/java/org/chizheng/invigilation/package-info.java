/** Invigilation 监考: what goes on in a room while it sits, and the staff's acts on it. */
package org.chizheng.invigilation;

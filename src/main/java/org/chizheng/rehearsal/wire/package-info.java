/** HTTP/1.1 over non-blocking sockets for thousands of candidates on one thread: ready-made request bytes out, only what is needed of the reply in. */
package org.chizheng.rehearsal.wire;

/** Gate check 离线查验: the page that checks certificates without a network, and the logs that gates hand over. */
package org.chizheng.verification.gate;

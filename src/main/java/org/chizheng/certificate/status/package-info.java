/** Status lists: the state of every certificate as a small signed file that anybody may keep and check without a network. */
package org.chizheng.certificate.status;

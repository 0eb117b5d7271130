/** Verification 查验: the public answer to "is this certificate genuine and valid today?". */
package org.chizheng.verification;

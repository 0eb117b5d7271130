/** Application 报名: who asks to be examined, whether the policy allows it, and what the authority answers within its working days. */
package org.chizheng.application;

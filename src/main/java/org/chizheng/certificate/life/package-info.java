/** Life of a certificate: what officers do to it and on which grounds, renewal 换证, review 复审, re-issue, reminders; certificates of other authorities. */
package org.chizheng.certificate.life;

/** Certificates 证书: number, validity by policy, the PDF drawn once and kept under seal, and the events that decide what they are on a day; nothing is deleted. */
package org.chizheng.certificate;

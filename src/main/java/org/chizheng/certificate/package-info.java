/** Certificates 证书: number, validity by policy, the PDF drawn once and kept under seal, events that suspend or revoke; nothing is deleted. */
package org.chizheng.certificate;

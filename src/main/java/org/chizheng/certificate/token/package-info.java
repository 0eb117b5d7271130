/** The signed claim in a certificate's QR code: its form, its keys with their history, and the check that needs no network. */
package org.chizheng.certificate.token;

/** The same certificate in the forms that wallets of other makers know: verifiable credential, Open Badge, SD-JWT; and the lists by which they look up its state. */
package org.chizheng.certificate.credential;

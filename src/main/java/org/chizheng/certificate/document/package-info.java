/** The certificate as a document 版式文件: drawn, tagged and signed in one pass, PDF/A-2a and PDF/UA-1, on a sheet and on a card. */
package org.chizheng.certificate.document;

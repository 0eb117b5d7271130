/** QTI 3.0, 2.2 and 2.1 of 1EdTech: items as XML, many of them as a content package. */
package org.chizheng.exchange.qti;

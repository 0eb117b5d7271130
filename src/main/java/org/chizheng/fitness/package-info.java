/** The one place that matches a requirement with a certificate: holder rate, bulk check and the employer's desk all ask it. */
package org.chizheng.fitness;

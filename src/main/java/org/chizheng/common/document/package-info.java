/** What documents of the service share, whatever they are: the one signature that certificates and the records of rooms carry, and the tagged pages of records and result sheets. */
package org.chizheng.common.document;

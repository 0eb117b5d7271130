/** The one signature that documents of the service carry, whatever they are: certificates, and the records of rooms, which come before them. */
package org.chizheng.common.document;

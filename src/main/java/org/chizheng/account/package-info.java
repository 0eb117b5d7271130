/** Opening an account 开户 without a ticket: proved by a code that is sent to a mobile telephone, so that the first application can be made alone. */
package org.chizheng.account;

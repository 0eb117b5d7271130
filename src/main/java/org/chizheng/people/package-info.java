/** Persons (one per document type and number), accounts, roles with a scope, sign-in. */
package org.chizheng.people;

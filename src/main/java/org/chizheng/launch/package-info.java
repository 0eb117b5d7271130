/** What happens before the service starts: the embedded PostgreSQL where none is given, the two database roles, the secrets. */
package org.chizheng.launch;

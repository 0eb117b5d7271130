/** The whole job through the public doors, as people and an employer would do it; it knows HTTP and the published bank, and nothing of the service. */
package org.chizheng.journey;

/** Training goals of the plan and how far they are reached, pass rates of training tests; in {@code register} staff registers, in {@code work} what the regulator asks of enterprises. */
package org.chizheng.goal;

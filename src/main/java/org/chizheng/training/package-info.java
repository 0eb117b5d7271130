/** Training 培训: providers, their trainers, and who was trained in what by whom. Whoever examines has not taught the candidate, so later stages ask here. */
package org.chizheng.training;

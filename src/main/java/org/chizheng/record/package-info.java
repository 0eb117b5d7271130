/** A person's standing 一人一档: dated facts that later stages add and eligibility reads. */
package org.chizheng.record;

/** The law as effective-dated data: post categories, occupation tree, qualifications, policies and their terms. */
package org.chizheng.regulation;

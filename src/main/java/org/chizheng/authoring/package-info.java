/** Authoring 命题: how an item comes into the bank: draft, checks, review by another, approval, retirement. */
package org.chizheng.authoring;

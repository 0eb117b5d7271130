package org.chizheng.message;

/** How a message goes out; NONE stands for a recipient without any address. */
public enum Way {
    MAIL,
    TEXT,
    NONE
}

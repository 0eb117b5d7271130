package org.chizheng.people;

/** Whether a name can be printed on what is issued later; asked when a person is entered, so that nobody passes an examination and then gets no certificate. */
public interface PrintableNames {
    /** @return the characters that cannot be printed, in their order, empty when all can */
    String unprintable(String name);
}

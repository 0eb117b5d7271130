package org.chizheng.message;

/** A way out for messages. A carrier's gateway for text messages or WeChat is another implementation of it. */
interface Door {
    Way way();

    /** Whether this installation has it. */
    boolean isOpen();

    /** Whether the door itself knows a letter again by its key, so that one whose fate is unknown may be handed over once more. */
    boolean knowsAgain();

    /** @throws RuntimeException if it did not take the letter */
    void take(Letter letter);
}

package org.chizheng.people;

import java.util.UUID;

/** A person who does not exist. The number may be shown: it is nobody's. */
public record MadeUp(UUID id, String name, String idNumber) {}

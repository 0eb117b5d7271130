package org.chizheng.goal.register;

import java.time.LocalDate;
import java.util.UUID;

/** A member of a register; until: first day off, null while there; answers: whether the member counts for the register's share today. */
public record Member(UUID id, UUID personId, String name, Facts facts, LocalDate until, boolean answers) {}

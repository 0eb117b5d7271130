package org.chizheng.practice;

import java.util.Set;
import java.util.UUID;

/** What a person is after: later stages know for what somebody is enrolled, practice shows that first. */
public interface Aims {
    /** Codes of the qualifications that the person has enrolled for, rehearsals aside. */
    Set<String> qualifications(UUID person);
}

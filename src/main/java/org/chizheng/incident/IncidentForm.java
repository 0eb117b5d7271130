package org.chizheng.incident;

import java.util.UUID;

/**
 * What is told of an incident.
 *
 * @param candidate an enrolment of the session, or null for the whole room
 * @param happenedAt date and time in China, yyyy-MM-ddTHH:mm
 * @param account what happened, 5 to 2,000 characters
 */
public record IncidentForm(String what, UUID candidate, String happenedAt, String account) {
    public static final IncidentForm EMPTY = new IncidentForm("", null, "", "");
}

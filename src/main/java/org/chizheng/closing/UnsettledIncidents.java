package org.chizheng.closing;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.incident.Incidents;
import org.chizheng.incident.rule.IncidentState;
import org.chizheng.session.SessionView;

/** Incidents that two of the staff have not signed. */
@ApplicationScoped
class UnsettledIncidents implements Unsettled {
    private final Incidents incidents;

    UnsettledIncidents(Incidents incidents) {
        this.incidents = incidents;
    }

    @Override
    public List<Matter> of(SessionView session) {
        return incidents.ofSession(session.id()).stream()
                .filter(row -> row.state() == IncidentState.RECORDED)
                .map(row -> new Matter("INCIDENT", row.name() == null ? "" : row.name(), "/incidents/" + row.id()))
                .toList();
    }
}

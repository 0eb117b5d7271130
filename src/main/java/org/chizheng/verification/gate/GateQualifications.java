package org.chizheng.verification.gate;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.regulation.Policies;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.regulation.rule.PolicyTerm;

/** The qualifications as a gate knows them. A claim does not say by which policy it was issued, so days of warning are those of the policy in force today. */
@ApplicationScoped
public class GateQualifications {
    private final Qualifications qualifications;
    private final Policies policies;
    private final OfficialClock clock;

    public GateQualifications(Qualifications qualifications, Policies policies, OfficialClock clock) {
        this.qualifications = qualifications;
        this.policies = policies;
        this.clock = clock;
    }

    /** @param days before its end on which a certificate is said to be expiring */
    public record Named(String zh, String en, int days) {}

    /** By code. */
    public Map<String, Named> all() {
        Map<String, Integer> days = new HashMap<>();
        Map<String, Named> all = new TreeMap<>();
        for (QualificationView q : qualifications.all()) {
            all.put(q.code(), new Named(q.zh(), q.en(), days.computeIfAbsent(q.postCategory(), any -> days(q.code()))));
        }
        return all;
    }

    private int days(String qualification) {
        return policies.inForce(qualification, clock.today()).number(PolicyTerm.EXPIRING_DAYS);
    }
}

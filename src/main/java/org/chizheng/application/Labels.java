package org.chizheng.application;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Names of what applications hold as codes, and the calendar of today. */
@ApplicationScoped
public class Labels {
    private final Qualifications qualifications;
    private final Regions regions;
    private final AnswerClock clock;

    public Labels(Qualifications qualifications, Regions regions, AnswerClock clock) {
        this.qualifications = qualifications;
        this.regions = regions;
        this.clock = clock;
    }

    public QualificationView qualification(String code) {
        return qualifications.get(code);
    }

    public RegionView region(String code) {
        return regions.find(code).orElseThrow();
    }

    /** Ask once a page: it reads the calendar. */
    public AnswerClock.Today today() {
        return clock.today();
    }
}

package org.chizheng.application;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ListColumns;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Applications as an Excel sheet: what the list shows, without any identity number. */
@ApplicationScoped
public class WorklistSheet {
    private final Qualifications qualifications;
    private final Regions regions;

    public WorklistSheet(Qualifications qualifications, Regions regions) {
        this.qualifications = qualifications;
        this.regions = regions;
    }

    byte[] of(List<ApplicationView> applications, String lang) {
        return new ListColumns<ApplicationView>(head -> Messages.get(lang, "application_column_" + head))
                .add("number", ApplicationView::number)
                .add("name", ApplicationView::name)
                .add("qualification", each -> qualification(each, lang))
                .add("kind", each -> Messages.get(lang, "application_kind_" + each.kind()))
                .add("channel", each -> Messages.get(lang, "application_channel_" + each.channel()))
                .add("region", each -> region(each, lang))
                .add("state", each -> Messages.get(lang, "application_state_" + each.state()))
                .add("applied", each -> OfficialClock.dateOf(each.appliedAt()))
                .add("answer_due", ApplicationView::answerDue)
                .add("note", ApplicationView::note)
                .book(Messages.get(lang, "application_list"), applications);
    }

    private String qualification(ApplicationView application, String lang) {
        QualificationView qualification = qualifications.get(application.qualification());
        return pick(lang, qualification.zh(), qualification.en());
    }

    private String region(ApplicationView application, String lang) {
        return regions.find(application.region())
                .map((RegionView region) -> pick(lang, region.zh(), region.en()))
                .orElse(application.region());
    }

    private static String pick(String lang, String zh, String en) {
        return "en".equals(lang) ? en : zh;
    }
}

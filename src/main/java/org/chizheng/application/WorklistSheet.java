package org.chizheng.application;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.OfficialClock;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;

/** Applications as an Excel sheet: what the list shows, without any identity number. */
@ApplicationScoped
public class WorklistSheet {
    private static final List<String> HEADS = List.of(
            "number", "name", "qualification", "kind", "channel", "region", "state", "applied", "answer_due", "note");
    private final Qualifications qualifications;
    private final Regions regions;

    public WorklistSheet(Qualifications qualifications, Regions regions) {
        this.qualifications = qualifications;
        this.regions = regions;
    }

    byte[] of(List<ApplicationView> applications, String lang) {
        return ListBook.of(
                Messages.get(lang, "application_list"),
                HEADS.stream()
                        .map(head -> Messages.get(lang, "application_column_" + head))
                        .toList(),
                applications.stream().map(each -> cells(each, lang)).toList());
    }

    private List<String> cells(ApplicationView a, String lang) {
        QualificationView qualification = qualifications.get(a.qualification());
        return List.of(
                a.number(),
                a.name(),
                pick(lang, qualification.zh(), qualification.en()),
                Messages.get(lang, "application_kind_" + a.kind()),
                Messages.get(lang, "application_channel_" + a.channel()),
                regions.find(a.region())
                        .map((RegionView region) -> pick(lang, region.zh(), region.en()))
                        .orElse(a.region()),
                Messages.get(lang, "application_state_" + a.state()),
                OfficialClock.dateOf(a.appliedAt()).toString(),
                a.answerDue().toString(),
                a.note() == null ? "" : a.note());
    }

    private static String pick(String lang, String zh, String en) {
        return "en".equals(lang) ? en : zh;
    }
}

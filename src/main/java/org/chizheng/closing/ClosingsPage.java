package org.chizheng.closing;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.centre.CentreView;
import org.chizheng.centre.Centres;
import org.chizheng.common.ListBook;
import org.chizheng.common.Messages;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.region.RegionView;
import org.chizheng.region.Regions;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The archive of closed rooms, by region and centre; with how long record and video are kept. */
@Path("/closings")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.REGULATOR})
public class ClosingsPage {
    private static final String[] READERS = {Roles.CENTRE_MANAGER, Roles.REGULATOR};
    private static final List<String> HEAD = List.of(
            "centre",
            "room",
            "exam",
            "held",
            "present",
            "absent",
            "late",
            "incidents",
            "closed",
            "keep",
            "video",
            "digest");
    private final Closings closings;
    private final Centres centres;
    private final Regions regions;
    private final Qualifications qualifications;
    private final CurrentUser user;
    private final Ui ui;

    ClosingsPage(
            Closings closings,
            Centres centres,
            Regions regions,
            Qualifications qualifications,
            CurrentUser user,
            Ui ui) {
        this.closings = closings;
        this.centres = centres;
        this.regions = regions;
        this.qualifications = qualifications;
        this.user = user;
        this.ui = ui;
    }

    /** What the list is narrowed to; empty for all. */
    public record Narrowed(String region, String centre) {}

    @CheckedTemplate(basePath = "closing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance closings(
                List<ClosingRow> closings,
                List<RegionView> regions,
                List<CentreView> centres,
                Narrowed narrowed,
                Qualifications qualifications);
    }

    @GET
    public TemplateInstance list(
            @RestQuery @DefaultValue("") String region, @RestQuery @DefaultValue("") String centre) {
        return Templates.closings(
                chosen(region, centre),
                regions.children("32"),
                reached(),
                new Narrowed(region, centre),
                qualifications);
    }

    @GET
    @Path("export")
    public Response export(@RestQuery @DefaultValue("") String region, @RestQuery @DefaultValue("") String centre) {
        byte[] file = ListBook.of(
                word("archive"),
                HEAD.stream().map(name -> word("head_" + name)).toList(),
                chosen(region, centre).stream().map(this::cells).toList());
        return Download.of(file, ListBook.MEDIA_TYPE, "room-records.xlsx");
    }

    private List<String> cells(ClosingRow row) {
        var exam = qualifications.get(row.qualification());
        return List.of(
                ui.pick(row.centreZh(), row.centreEn()),
                row.room(),
                ui.pick(exam.zh(), exam.en()),
                ui.time(row.startsAt()),
                String.valueOf(row.present()),
                String.valueOf(row.absent()),
                String.valueOf(row.late()),
                String.valueOf(row.incidents()),
                ui.time(row.closedAt()),
                row.keepUntil().toString(),
                row.videoUntil().toString(),
                row.digest());
    }

    private String word(String name) {
        return Messages.get(ui.getLang(), "closing_" + name);
    }

    private List<CentreView> reached() {
        return centres.all().stream()
                .filter(centre -> user.reachesCentre(centre.id(), centre.region(), READERS))
                .toList();
    }

    /** What is no centre of those that are reached narrows the list to nothing. */
    private List<ClosingRow> chosen(String region, String centre) {
        List<CentreView> reached = reached();
        List<UUID> ids = reached.stream()
                .map(CentreView::id)
                .filter(id -> centre.isEmpty() || id.toString().equals(centre))
                .toList();
        return closings.closed(ids, region);
    }
}

package org.chizheng.statistics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Refused;
import org.chizheng.common.Signer;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.Roles;
import org.chizheng.statistics.figures.Snapshots;
import org.chizheng.statistics.figures.Snapshots.Finding;
import org.chizheng.statistics.figures.Snapshots.Taken;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Figures as they were published: to read, to keep, and to look at again. */
@Path("/statistics/snapshots")
@RolesAllowed({Roles.REGULATOR, Roles.ADMINISTRATOR})
public class SnapshotsPage {
    private static final int SHOWN = 366;
    private static final String JSON = "application/json;charset=UTF-8";
    private final Snapshots snapshots;
    private final AsOf asOf;
    private final Signer signer;
    private final Ui ui;

    SnapshotsPage(Snapshots snapshots, AsOf asOf, Signer signer, Ui ui) {
        this.snapshots = snapshots;
        this.asOf = asOf;
        this.signer = signer;
        this.ui = ui;
    }

    @CheckedTemplate(basePath = "statistics", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance snapshots(
                List<Taken> snapshots, LocalDate checked, Finding finding, String publicKey);
    }

    @GET
    public TemplateInstance page() {
        return page(null, null);
    }

    private TemplateInstance page(LocalDate checked, Finding finding) {
        return Templates.snapshots(snapshots.latest(SHOWN), checked, finding, signer.publicKey());
    }

    @GET
    @Path("snapshots.xlsx")
    public Response file() {
        List<List<Object>> rows = new ArrayList<>();
        for (Taken one : snapshots.latest(SHOWN)) {
            rows.add(List.of(
                    one.asOf().toString(),
                    ui.time(one.knownAt()),
                    one.digest(),
                    Base64.getEncoder().encodeToString(one.signature())));
        }
        List<String> heads = Stream.of("as_of", "known", "digest", "signature")
                .map(head -> ui.text("statistics_", head))
                .toList();
        return Download.of(
                ListBook.of(ui.text("statistics_", "snapshots"), heads, rows), ListBook.MEDIA_TYPE, "snapshots.xlsx");
    }

    /** The bytes that were digested. */
    @GET
    @Path("{day}/figures.json")
    public Response body(@RestPath String day) {
        Taken taken = snapshots.of(asOf.date(day)).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Response.ok(taken.body(), JSON).build();
    }

    /** Counts that day again from the facts. */
    @POST
    @Path("{day}/check")
    public TemplateInstance check(@RestPath String day) {
        LocalDate date = asOf.date(day);
        return page(date, snapshots.check(date).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
    }
}

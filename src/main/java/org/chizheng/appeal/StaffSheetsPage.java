package org.chizheng.appeal;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.chizheng.practical.PracticalView;
import org.chizheng.practical.Practicals;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;
import org.jboss.resteasy.reactive.RestPath;

/** Result sheets for the staff, who print them at the counter or look at them beside a recheck: those of their reach, once they are released. */
@Path("/sheets")
@RolesAllowed({Roles.CENTRE_MANAGER, Roles.CERTIFICATE_OFFICER, Roles.REGULATOR})
public class StaffSheetsPage {
    private static final String[] READERS = {Roles.CENTRE_MANAGER, Roles.CERTIFICATE_OFFICER, Roles.REGULATOR};
    private final ResultSheets theory;
    private final PracticalSheets practical;
    private final PrintingSheets printing;
    private final Sessions sessions;
    private final Practicals practicals;
    private final CurrentUser user;

    StaffSheetsPage(
            ResultSheets theory,
            PracticalSheets practical,
            PrintingSheets printing,
            Sessions sessions,
            Practicals practicals,
            CurrentUser user) {
        this.theory = theory;
        this.practical = practical;
        this.printing = printing;
        this.sessions = sessions;
        this.practicals = practicals;
        this.user = user;
    }

    @GET
    @Path("theory/{result}.pdf")
    public Response theory(@RestPath UUID result) {
        ResultSheet sheet = theory.released(result).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        SessionView session = sessions.find(sheet.session()).orElseThrow();
        user.mustReachCentre(session.centreId(), session.region(), READERS);
        return Pages.pdf(printing.print(sheet), "result-sheet.pdf");
    }

    @GET
    @Path("practical/{result}.pdf")
    public Response practical(@RestPath UUID result) {
        PracticalSheet sheet = practical.released(result).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        PracticalView day = practicals.get(sheet.result().sessionId());
        user.mustReachCentre(day.centreId(), day.region(), READERS);
        return Pages.pdf(printing.print(sheet), "result-sheet.pdf");
    }
}

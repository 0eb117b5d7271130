package org.chizheng.goal.register;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.exchange.Download;
import org.chizheng.people.Roles;
import org.chizheng.training.rule.DayText;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A register: its share, its members, entering and leaving by form. */
@Path("/goals/registers/{register}")
@RolesAllowed(Roles.REGULATOR)
public class RegisterPage {
    private final RegisterDesk desk;
    private final RegisterBook book;
    private final RegisterReach reach;
    private final Members members;
    private final Enlisting enlisting;
    private final Delisting delisting;
    private final MemberTable table;
    private final Ui ui;

    public RegisterPage(
            RegisterDesk desk,
            RegisterBook book,
            RegisterReach reach,
            Members members,
            Enlisting enlisting,
            Delisting delisting,
            MemberTable table,
            Ui ui) {
        this.desk = desk;
        this.book = book;
        this.reach = reach;
        this.members = members;
        this.enlisting = enlisting;
        this.delisting = delisting;
        this.table = table;
        this.ui = ui;
    }

    /** @param done name of what a form just did, for a line that says so */
    @GET
    public Response look(@RestPath String register, @RestQuery @DefaultValue("") String q, @RestQuery String done) {
        return desk.page(200, reach.register(register), q, RegisterDesk.Told.done(done));
    }

    @GET
    @Path("file")
    public Response file(@RestPath String register) {
        Register one = reach.register(register);
        return Download.of(book.of(one), ListBook.MEDIA_TYPE, one.path() + ".xlsx");
    }

    @GET
    @Path("template")
    public Response template(@RestPath String register) {
        Register one = reach.register(register);
        return Download.of(table.template(one, ui.getLang()), ListBook.MEDIA_TYPE, one.path() + "-list.xlsx");
    }

    @POST
    public Response enter(
            @RestPath String register,
            @RestForm String name,
            @RestForm String idNumber,
            @RestForm String region,
            @RestForm String organisation,
            @RestForm String title,
            @RestForm String since,
            @RestForm String degree,
            @RestForm String related,
            @RestForm String practiceFrom,
            @RestForm String certificate,
            @RestForm String certifiedUntil,
            @RestForm String achievedOn) {
        Register one = reach.register(register);
        MemberForm form = new MemberForm(
                name,
                idNumber,
                region,
                organisation,
                title,
                since,
                degree,
                related,
                practiceFrom,
                certificate,
                certifiedUntil,
                achievedOn);
        try {
            return to(one, enlisting.enlist(one, form, reach.hand()).name());
        } catch (Refused refused) {
            return desk.page(refused.reason().status(), one, "", RegisterDesk.Told.refused(refused));
        }
    }

    /** @param until first day off */
    @POST
    @Path("{member}/leave")
    public Response leave(@RestPath String register, @RestPath UUID member, @RestForm @DefaultValue("") String until) {
        Register one = reach.register(register);
        Member found =
                reach.mustReach(members.find(one, member).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND)));
        try {
            LocalDate day = DayText.parse(until, false).orElse(null);
            delisting.leave(one, found, day, reach.hand().principal());
            return to(one, "LEFT");
        } catch (Refused refused) {
            return desk.page(refused.reason().status(), one, "", RegisterDesk.Told.refused(refused));
        }
    }

    static Response to(Register register, String done) {
        return Response.seeOther(URI.create("/goals/registers/" + register.path() + "?done=" + done))
                .build();
    }

    /** What a form can have done. */
    static final List<String> DONE = List.of("FRESH", "CHANGED", "SAME", "LEFT");
}

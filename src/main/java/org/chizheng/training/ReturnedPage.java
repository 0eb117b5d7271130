package org.chizheng.training;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.ListBook;
import org.chizheng.common.Refused;
import org.chizheng.exchange.Download;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;

/** A refused list with the reasons beside its rows, for the account that sent it. */
@Path("/training/returned/{upload}")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.EMPLOYER})
public class ReturnedPage {
    private final ReturningLists lists;
    private final CurrentUser user;

    public ReturnedPage(ReturningLists lists, CurrentUser user) {
        this.lists = lists;
        this.user = user;
    }

    @GET
    public Response file(@RestPath UUID upload) {
        ReturningLists.File file =
                lists.find(upload, user.principal()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return file.excel()
                ? Download.of(file.bytes(), ListBook.MEDIA_TYPE, "training-returned.xlsx")
                : Download.of(file.bytes(), "text/csv; charset=UTF-8", "training-returned.csv");
    }
}

package org.chizheng.centre;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.ListBook;
import org.chizheng.exchange.Download;
import org.chizheng.people.Roles;

/** The list of centres as Excel; a class of its own, since its address stands where a centre's would. */
@Path("/centres/file")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.CENTRE_MANAGER, Roles.REGULATOR})
public class CentresFile {
    private final CentreLists lists;
    private final CentreReach reach;

    public CentresFile(CentreLists lists, CentreReach reach) {
        this.lists = lists;
        this.reach = reach;
    }

    @GET
    public Response file() {
        return Download.of(lists.centres(reach.all()), ListBook.MEDIA_TYPE, "centres.xlsx");
    }
}

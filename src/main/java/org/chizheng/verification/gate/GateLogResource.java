package org.chizheng.verification.gate;

import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;

/** Takes the log of a gate. What is acknowledged here the device may count as handed over. */
@Path("/api/gate/log")
@RolesAllowed({Roles.EMPLOYER, Roles.REGULATOR, Roles.ADMINISTRATOR})
public class GateLogResource {
    private final HandingOver handing;
    private final CurrentUser user;

    public GateLogResource(HandingOver handing, CurrentUser user) {
        this.handing = handing;
        this.user = user;
    }

    /** @param acknowledged ids of the entries that are stored as they were sent */
    public record Taken(List<UUID> acknowledged) {}

    @POST
    public Taken take(@Valid GateLogForm form) {
        if (form == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "entries");
        }
        return new Taken(handing.take(form.entries(), user.principal()));
    }
}

package org.chizheng.certificate.credential;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;

/** A holder's own certificates for a wallet. Another's is answered as if it did not exist; officers have no such door, since the token shows whoever has it as the holder. */
@Path("/my")
@RolesAllowed(Roles.CANDIDATE)
public class OwnCredentialsResource {
    private final HandingOut handingOut;
    private final CurrentUser user;

    public OwnCredentialsResource(HandingOut handingOut, CurrentUser user) {
        this.handingOut = handingOut;
        this.user = user;
    }

    @GET
    @Path("certificates/{id}/credential.jwt")
    public Response achievement(@RestPath UUID id) {
        return file(handingOut.achievement(id, user.personId()), AchievementCredential.TYPE, "credential.jwt");
    }

    @GET
    @Path("certificates/{id}/credential.sd-jwt")
    public Response post(@RestPath UUID id) {
        return file(handingOut.post(id, user.personId(), null), PostCredential.TYPE, "credential.sd-jwt");
    }

    /** @param jwk public key of the holder's wallet: only with the private one can the credential be presented */
    @POST
    @Path("certificates/{id}/credential.sd-jwt")
    public Response bound(@RestPath UUID id, @RestForm String jwk) {
        return file(handingOut.post(id, user.personId(), jwk), PostCredential.TYPE, "credential.sd-jwt");
    }

    private static Response file(String token, String type, String name) {
        return Response.ok(token, "application/" + type)
                .header("Content-Disposition", "attachment; filename=\"" + name + "\"")
                .build();
    }
}

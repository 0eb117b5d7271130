package org.chizheng.certificate.credential;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.token.Published;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestPath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** What the addresses in credentials lead to, for anybody and for any cache: lists of states, types, qualifications. */
@Path("/credentials")
@PermitAll
public class CredentialsResource {
    private static final int LIST_SECONDS = 60;
    private static final int TEXT_SECONDS = 3600;
    private final CredentialLists lists;
    private final Qualifications qualifications;
    private final ChizhengConfig config;
    private final ObjectMapper json;

    public CredentialsResource(
            CredentialLists lists, Qualifications qualifications, ChizhengConfig config, ObjectMapper json) {
        this.lists = lists;
        this.qualifications = qualifications;
        this.config = config;
        this.json = json;
    }

    /** @param purpose revocation, suspension or token */
    @GET
    @Path("status/{list}/{purpose}")
    public Response status(@RestPath int list, @RestPath String purpose, @Context Request request) {
        StatusForm form = StatusForm.of(purpose).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        String signed = lists.signed(list, form).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Published.answer(request, signed.getBytes(US_ASCII), "application/" + form.type(), LIST_SECONDS);
    }

    /** The type metadata of the SD-JWT. */
    @GET
    @Path("types/{vct}")
    public Response type(@RestPath String vct, @Context Request request) throws JsonProcessingException {
        if (!PostCredential.VCT.equals(vct)) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
        return published(request, TypeMetadata.of(config.publicUrl()));
    }

    /** The qualification as the Open Badge names it. */
    @GET
    @Path("achievements/{qualification}")
    public Response achievement(@RestPath String qualification, @Context Request request)
            throws JsonProcessingException {
        Optional<QualificationView> found = qualifications.all().stream()
                .filter(known -> known.code().equals(qualification))
                .findFirst();
        Map<String, Object> achievement = new LinkedHashMap<>();
        achievement.put("@context", AchievementCredential.CONTEXTS);
        achievement.putAll(AchievementCredential.achievement(
                config.publicUrl(), found.orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND))));
        return published(request, achievement);
    }

    private Response published(Request request, Object view) throws JsonProcessingException {
        return Published.answer(request, json.writeValueAsBytes(view), "application/json", TEXT_SECONDS);
    }
}

package org.chizheng.certificate.status;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;

import org.chizheng.certificate.token.Published;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.jboss.resteasy.reactive.RestPath;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The status lists, for anybody and for any cache; and which there are, with their age. */
@Path("/status")
@PermitAll
public class StatusResource {
    private static final int SECONDS = 60;
    private static final Map<Integer, String> VALUES =
            Map.of(0, "IN_FORCE", 1, "ENDED", 2, "SUSPENDED", 3, "SUPERSEDED");
    private final StatusLists lists;
    private final OfficialClock clock;
    private final ObjectMapper json;

    public StatusResource(StatusLists lists, OfficialClock clock, ObjectMapper json) {
        this.lists = lists;
        this.clock = clock;
        this.json = json;
    }

    /** @param values what the states in a list mean */
    public record StatusView(Map<Integer, String> values, Instant answeredAt, List<StatusLists.Listed> lists) {}

    @GET
    public Response index() throws JsonProcessingException {
        StatusView view = new StatusView(VALUES, clock.now(), lists.all());
        return Response.ok(json.writeValueAsBytes(view), "application/json")
                .header("Access-Control-Allow-Origin", "*")
                .build();
    }

    @GET
    @Path("{list}")
    public Response list(@RestPath int list, @Context Request request) {
        byte[] signed = lists.signed(list).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        return Published.answer(request, signed, StatusList.TYPE, SECONDS);
    }
}

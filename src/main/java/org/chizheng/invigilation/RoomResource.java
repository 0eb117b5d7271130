package org.chizheng.invigilation;

import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestStreamElementType;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.vertx.core.http.HttpServerResponse;

/** The console's door for scripts: what is new in the room, asked for or pushed, and commands. */
@Path("/api/sessions/{id}/room")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class RoomResource {
    private final RoomReach reach;
    private final RoomFeeds feeds;
    private final Commanding commanding;

    RoomResource(RoomReach reach, RoomFeeds feeds, Commanding commanding) {
        this.reach = reach;
        this.feeds = feeds;
        this.commanding = commanding;
    }

    /** @param since the version that is known; 304 if it still is the newest */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response news(
            @RestPath UUID id, @RestQuery String since, @HeaderParam(HttpHeaders.IF_NONE_MATCH) String tag) {
        reach.watch(id);
        String known = since == null && tag != null ? tag.replace("\"", "") : since;
        RoomFeed.News news = feeds.news(id, known);
        return (news.json() == null ? Response.notModified() : Response.ok(news.json()))
                .header(HttpHeaders.ETAG, "\"" + news.version() + "\"")
                .build();
    }

    /** The same as server-sent events. A message without content is a sign of life; one comes at least every five seconds. */
    @GET
    @Path("events")
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.TEXT_PLAIN)
    public Multi<String> events(@RestPath UUID id, @RestQuery String since, @Context HttpServerResponse response) {
        reach.watch(id);
        // An ingress must not gather what is meant for now.
        response.putHeader("X-Accel-Buffering", "no");
        return feeds.listen(id, since);
    }

    @POST
    @Path("commands")
    @RolesAllowed(Roles.INVIGILATOR)
    @Produces(MediaType.APPLICATION_JSON)
    public CommandedView command(@RestPath UUID id, CommandForm form) {
        reach.command(id);
        return commanding.command(id, form);
    }
}

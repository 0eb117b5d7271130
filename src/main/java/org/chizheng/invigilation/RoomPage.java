package org.chizheng.invigilation;

import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Assets;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.common.Ui;
import org.chizheng.invigilation.rule.SeatMap;
import org.chizheng.lockdown.Lockdowns;
import org.chizheng.people.Roles;
import org.chizheng.session.SessionView;
import org.chizheng.sitting.RoomPauses;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * The invigilator's console of a room under way: a map of its seats, or a list whose forms need no script: who answers, who is silent; pause, resume, extend, credit,
 * for one or for all, let off the locked browser, each with its reason.
 */
@Path("/sessions/{id}/room")
@RolesAllowed({Roles.INVIGILATOR, Roles.CENTRE_MANAGER})
public class RoomPage {
    private static final Set<String> ACTS =
            Set.of("paused", "resumed", "extended", "credited", "waived", "held", "free");
    private static final String LIST = "list";
    private final RoomReach reach;
    private final Rooms rooms;
    private final RoomFeeds feeds;
    private final RoomPauses pauses;
    private final Commanding commanding;
    private final Lockdowns lockdowns;
    private final Assets assets;
    private final Ui ui;
    private final ObjectMapper json;

    public RoomPage(
            RoomReach reach,
            Rooms rooms,
            RoomFeeds feeds,
            RoomPauses pauses,
            Commanding commanding,
            Lockdowns lockdowns,
            Assets assets,
            Ui ui,
            ObjectMapper json) {
        this.reach = reach;
        this.rooms = rooms;
        this.feeds = feeds;
        this.pauses = pauses;
        this.commanding = commanding;
        this.lockdowns = lockdowns;
        this.assets = assets;
        this.ui = ui;
        this.json = json;
    }

    @CheckedTemplate(basePath = "invigilation", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance map(SessionView session, ConsoleView console);

        static native TemplateInstance room(
                SessionView session,
                ConsoleView console,
                List<Watched> candidates,
                boolean locked,
                String told,
                int of);
    }

    /**
     * The map, or the list.
     *
     * @param view {@code list} for the list
     * @param done the act that was done just now, for showing it
     * @param of for how many it was done
     */
    @GET
    public TemplateInstance room(@RestPath UUID id, @RestQuery String view, @RestQuery String done, @RestQuery int of) {
        SessionView session = reach.watch(id);
        ConsoleView console = console(session);
        if (!LIST.equals(view)) {
            return Templates.map(session, console);
        }
        List<Watched> candidates = rooms.watch(id);
        String told = told(done, of);
        boolean locked = lockdowns.of(id).required();
        return Templates.room(session, console, candidates, locked, told, of);
    }

    /** held and free are of the room itself, whether or not somebody had begun. */
    private static String told(String done, int of) {
        if (done == null || !ACTS.contains(done)) {
            return "";
        }
        return of > 0 || done.equals("held") || done.equals("free") ? done : "nobody";
    }

    private ConsoleView console(SessionView session) {
        List<SeatMap.Row> rows = SeatMap.of(rooms.seats(session.id()));
        return new ConsoleView(
                rows,
                SeatMap.width(rows),
                rooms.items(session.id()),
                reach.mayCommand(session),
                pauses.since(session.id()).orElse(null),
                assets.release(),
                feeds.news(session.id(), null).json().replace("<", "\\u003c"),
                written(Messages.startingWith(ui.getLang(), "invigilation_")));
    }

    private String written(Object texts) {
        try {
            return json.writeValueAsString(texts).replace("<", "\\u003c");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param candidate an enrolment, or left out for the whole room */
    @POST
    @Path("pause")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response pause(@RestPath UUID id, @RestForm UUID candidate, @RestForm String reason) {
        return command(id, RoomAct.PAUSE, candidate, reason, null, "paused");
    }

    @POST
    @Path("resume")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response resume(@RestPath UUID id, @RestForm UUID candidate, @RestForm String reason) {
        return command(id, RoomAct.RESUME, candidate, reason, null, "resumed");
    }

    @POST
    @Path("extend")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response extend(
            @RestPath UUID id, @RestForm UUID candidate, @RestForm int minutes, @RestForm String reason) {
        return command(id, RoomAct.EXTEND, candidate, reason, minutes, "extended");
    }

    @POST
    @Path("credit")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response credit(
            @RestPath UUID id, @RestForm UUID candidate, @RestForm String from, @RestForm String reason) {
        reach.command(id);
        return to(
                id,
                "credited",
                commanding.credit(id, given(candidate), instant(from), reason).affected());
    }

    /** The candidate goes on in any browser. */
    @POST
    @Path("waive")
    @RolesAllowed(Roles.INVIGILATOR)
    public Response waive(@RestPath UUID id, @RestForm UUID candidate, @RestForm String reason) {
        reach.command(id);
        return to(id, "waived", commanding.waive(id, given(candidate), reason).affected());
    }

    private static UUID given(UUID candidate) {
        if (candidate == null) {
            throw new Refused(CommonRefusal.FIELD_MISSING, "candidate");
        }
        return candidate;
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw new Refused(CommonRefusal.FIELD_INVALID, "from", "yyyy-MM-ddTHH:mm:ssZ");
        }
    }

    private Response command(UUID id, RoomAct act, UUID candidate, String reason, Integer minutes, String done) {
        reach.command(id);
        List<UUID> whom = candidate == null ? null : List.of(candidate);
        CommandedView outcome = commanding.command(id, new CommandForm(act, whom, reason, minutes, null));
        String told = outcome.room() ? act == RoomAct.PAUSE ? "held" : "free" : done;
        return to(id, told, outcome.affected());
    }

    private static Response to(UUID session, String done, int of) {
        return Response.seeOther(
                        URI.create("/sessions/" + session + "/room?view=" + LIST + "&done=" + done + "&of=" + of))
                .build();
    }
}

package org.chizheng.sitting;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.Assets;
import org.chizheng.common.Messages;
import org.chizheng.common.Pages;
import org.chizheng.lockdown.BrowserGate;
import org.chizheng.lockdown.LockdownView;
import org.chizheng.lockdown.Lockdowns;
import org.chizheng.lockdown.rule.RoomBrowser;
import org.chizheng.people.Roles;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.chizheng.session.EnrolmentView;
import org.chizheng.session.SessionView;
import org.chizheng.session.Sessions;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.HttpServerRequest;

/** The whole examination on one page, from waiting to receipt. */
@Path("/exam/room")
@RolesAllowed(Roles.EXAMINEE)
public class RoomPage {
    private final Sessions sessions;
    private final Qualifications qualifications;
    private final Lockdowns lockdowns;
    private final BrowserGate gate;
    private final SecurityIdentity identity;
    private final Assets assets;
    private final ObjectMapper json;

    public RoomPage(
            Sessions sessions,
            Qualifications qualifications,
            Lockdowns lockdowns,
            BrowserGate gate,
            SecurityIdentity identity,
            Assets assets,
            ObjectMapper json) {
        this.sessions = sessions;
        this.qualifications = qualifications;
        this.lockdowns = lockdowns;
        this.gate = gate;
        this.identity = identity;
        this.assets = assets;
        this.json = json;
    }

    @CheckedTemplate(basePath = "sitting", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance room(RoomView view);
    }

    /** Refused outside the browser that the session asks for; even then the page comes, because some browsers can prove themselves only through it. It holds no question. */
    @GET
    public Response room(@Context HttpServerRequest request) throws JsonProcessingException {
        UUID id = identity.getAttribute("enrolmentId");
        EnrolmentView enrolment = sessions.enrolment(id).orElseThrow();
        SessionView session = sessions.find(enrolment.sessionId()).orElseThrow();
        QualificationView q = qualifications.get(session.qualification());
        LockdownView lockdown = lockdowns.of(session.id());
        RoomView view = new RoomView(
                enrolment.name(),
                enrolment.ticket(),
                q.zh(),
                q.en(),
                session.minutes(),
                lockdown.link(),
                lockdown.file(),
                lockdown.required() ? RoomBrowser.QUIT : RoomBrowser.START,
                !lockdown.required() || lockdown.printing(),
                assets.release(),
                scripts(),
                messages());
        return Pages.of(gate.passes(session.id(), id, request) ? 200 : 403, Templates.room(view));
    }

    private List<String> scripts() {
        return assets.under("exam").stream()
                .filter(name -> name.endsWith(".js"))
                .toList();
    }

    /** Both languages, for the page must be able to change over without a line. */
    private String messages() throws JsonProcessingException {
        return json.writeValueAsString(Map.of(
                        "zh", Messages.startingWith("zh", "sitting_js_"),
                        "en", Messages.startingWith("en", "sitting_js_")))
                .replace("<", "\\u003c");
    }
}

package org.chizheng.sitting;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.Assets;
import org.chizheng.common.Messages;
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

/** The whole examination on one page, from waiting to receipt. */
@Path("/exam/room")
@RolesAllowed(Roles.EXAMINEE)
public class RoomPage {
    private final Sessions sessions;
    private final Qualifications qualifications;
    private final SecurityIdentity identity;
    private final Assets assets;
    private final ObjectMapper json;

    public RoomPage(
            Sessions sessions,
            Qualifications qualifications,
            SecurityIdentity identity,
            Assets assets,
            ObjectMapper json) {
        this.sessions = sessions;
        this.qualifications = qualifications;
        this.identity = identity;
        this.assets = assets;
        this.json = json;
    }

    @CheckedTemplate(basePath = "sitting", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance room(RoomView view);
    }

    @GET
    public TemplateInstance room() throws JsonProcessingException {
        UUID id = identity.getAttribute("enrolmentId");
        EnrolmentView enrolment = sessions.enrolment(id).orElseThrow();
        SessionView session = sessions.find(enrolment.sessionId()).orElseThrow();
        QualificationView q = qualifications.get(session.qualification());
        return Templates.room(new RoomView(
                enrolment.name(),
                enrolment.ticket(),
                q.zh(),
                q.en(),
                session.minutes(),
                assets.release(),
                scripts(),
                messages()));
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

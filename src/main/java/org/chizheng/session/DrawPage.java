package org.chizheng.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.paper.DrawView;
import org.chizheng.paper.Draws;
import org.chizheng.regulation.QualificationView;
import org.chizheng.regulation.Qualifications;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** For everybody: how the papers of a session were drawn, and how to check it. */
@Path("/draws/{session}")
@PermitAll
public class DrawPage {
    private final Sessions sessions;
    private final Qualifications qualifications;
    private final Draws draws;

    public DrawPage(Sessions sessions, Qualifications qualifications, Draws draws) {
        this.sessions = sessions;
        this.qualifications = qualifications;
        this.draws = draws;
    }

    /** A paper by its number; expected: points of a candidate at the cut, such as 80.00. */
    public record Drawn(int number, String expected, String form) {}

    @CheckedTemplate(basePath = "session", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance draw(
                SessionView session,
                QualificationView qualification,
                DrawView draw,
                List<Drawn> papers,
                List<String> faults);
    }

    @GET
    public TemplateInstance draw(@RestPath("session") UUID id) {
        SessionView session = sessions.find(id).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        DrawView draw = draws.of(session.batchId()).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        List<Drawn> papers = new ArrayList<>();
        for (String form : draw.record().forms()) {
            long millionths = draw.expected().get(papers.size());
            papers.add(new Drawn(papers.size() + 1, String.format(Locale.ROOT, "%.2f", millionths / 1e6), form));
        }
        List<String> faults = draw.revealedAt() == null ? List.of() : draws.faults(session.batchId(), draw);
        return Templates.draw(session, qualifications.get(session.qualification()), draw, papers, faults);
    }
}

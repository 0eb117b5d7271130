package org.chizheng.practice;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

import org.chizheng.bank.SubjectView;
import org.chizheng.people.CurrentUser;
import org.chizheng.people.Roles;
import org.jboss.resteasy.reactive.RestPath;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Before a mock paper 模拟试卷: what it is like, what the examination is like, and how earlier ones went. */
@Path("/practice/{subject}/mock")
@RolesAllowed(Roles.CANDIDATE)
public class MockPage {
    /** Earlier papers on the page. */
    private static final int SHOWN = 10;

    private final Desks desks;
    private final MockPapers papers;
    private final Mocks mocks;
    private final MockResults results;
    private final BeginningMocks beginning;
    private final CurrentUser user;

    MockPage(
            Desks desks,
            MockPapers papers,
            Mocks mocks,
            MockResults results,
            BeginningMocks beginning,
            CurrentUser user) {
        this.desks = desks;
        this.papers = papers;
        this.mocks = mocks;
        this.results = results;
        this.beginning = beginning;
        this.user = user;
    }

    @CheckedTemplate(basePath = "practice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance mock(SubjectView subject, MockOffer offer, boolean open, List<MockLine> earlier);
    }

    @GET
    public TemplateInstance mock(@RestPath String subject) {
        UUID person = user.personId();
        SubjectView found = desks.subject(subject);
        boolean open = papers.open(person, subject).isPresent();
        return Templates.mock(found, mocks.offer(found).orElse(null), open, results.ended(person, subject, SHOWN));
    }

    @POST
    public Response begin(@RestPath String subject) {
        UUID mock = beginning.begin(user.personId(), desks.subject(subject));
        return Response.seeOther(URI.create("/practice/mocks/" + mock)).build();
    }
}

package org.chizheng.account;

import java.net.URI;
import java.util.Optional;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;

import org.chizheng.account.rule.Mobile;
import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.common.Showcase;
import org.chizheng.common.Ui;
import org.chizheng.message.rule.Address;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** Where a candidate opens an account without a ticket: first who it is for, then the code with the name and password of the account. The two pages say the same of everybody. */
@Path("/account")
@PermitAll
public class AccountPage {
    static final String COOKIE = "chizheng-opening";
    private final Asking asking;
    private final OpeningAccount opening;
    private final Openings openings;
    private final AccountConfig config;
    private final ChizhengConfig installation;
    private final Showcase showcase;
    private final OfficialClock clock;
    private final Ui ui;
    private final HttpServerRequest request;

    AccountPage(
            Asking asking,
            OpeningAccount opening,
            Openings openings,
            AccountConfig config,
            ChizhengConfig installation,
            Showcase showcase,
            OfficialClock clock,
            Ui ui,
            HttpServerRequest request) {
        this.asking = asking;
        this.opening = opening;
        this.openings = openings;
        this.config = config;
        this.installation = installation;
        this.showcase = showcase;
        this.clock = clock;
        this.ui = ui;
        this.request = request;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ask(String name, boolean over, Refused refused);

        static native TemplateInstance code(
                String phone, long minutes, String code, String username, Showcase.Tour tour, Refused refused);
    }

    /** over: a code was asked for and its time or its tries are over. */
    @GET
    @Path("new")
    public TemplateInstance form(@RestQuery @DefaultValue("false") boolean over) {
        return Templates.ask("", over, null);
    }

    /** A refusal shows the form again with the name, never with a number. */
    @POST
    @Path("new")
    public Response ask(@RestForm String name, @RestForm String idNumber, @RestForm String phone) {
        try {
            String token = asking.ask(name, idNumber, phone, ui.getLang(), address());
            return Response.seeOther(URI.create("/account/code"))
                    .cookie(cookie(token, (int) config.codeValid().toSeconds()))
                    .build();
        } catch (Refused refused) {
            Response answer = Pages.of(refused.reason().status(), Templates.ask(name, false, refused));
            refused.retryAfter()
                    .ifPresent(wait -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
            return answer;
        }
    }

    private String address() {
        return request.remoteAddress() == null ? null : request.remoteAddress().hostAddress();
    }

    @GET
    @Path("code")
    public Response code(@CookieParam(COOKIE) String token) {
        return page(token, "", "", null);
    }

    private Response page(String token, String code, String username, Refused refused) {
        Optional<Openings.Opening> found =
                token == null ? Optional.empty() : openings.find(token, clock.now(), config.codeTries());
        if (found.isEmpty()) {
            return Response.seeOther(URI.create("/account/new?over=true"))
                    .cookie(cookie("", 0))
                    .build();
        }
        return Pages.of(
                refused == null ? 200 : refused.reason().status(),
                Templates.code(
                        Mobile.tidy(found.get().said().phone())
                                .map(Address::maskedPhone)
                                .orElseThrow(),
                        config.codeValid().toMinutes(),
                        code,
                        username,
                        showcase.tour().orElse(null),
                        refused));
    }

    /** A refusal shows the page again with code and name as they were typed, or leads back to the first step when the code counts no more. */
    @POST
    @Path("code")
    public Response open(
            @CookieParam(COOKIE) String token,
            @RestForm String code,
            @RestForm String username,
            @RestForm String password,
            @RestForm String again) {
        try {
            opening.open(token == null ? "" : token, code, username, password, again);
        } catch (Refused refused) {
            return refused.reason() == AccountRefusal.CODE_OVER
                    ? page(null, "", "", refused)
                    : page(token, code, username, refused);
        }
        return Response.seeOther(URI.create("/sign-in?opened=true"))
                .cookie(cookie("", 0))
                .build();
    }

    private NewCookie cookie(String token, int seconds) {
        return new NewCookie.Builder(COOKIE)
                .value(token)
                .path("/account")
                .maxAge(seconds)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .secure(installation.publicUrl().startsWith("https:"))
                .build();
    }
}

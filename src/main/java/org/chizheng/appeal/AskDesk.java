package org.chizheng.appeal;

import java.net.URI;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Pages;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.regulation.Qualifications;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The form in which a candidate asks for a recheck or an appeal, and what is sent with it, for a result of either part. What was typed stands there again when it is refused. */
@ApplicationScoped
class AskDesk {
    private final Rechecks rechecks;
    private final Asking asking;
    private final Qualifications qualifications;
    private final CurrentUser user;

    AskDesk(Rechecks rechecks, Asking asking, Qualifications qualifications, CurrentUser user) {
        this.rechecks = rechecks;
        this.asking = asking;
        this.qualifications = qualifications;
        this.user = user;
    }

    @CheckedTemplate(basePath = "appeal", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    static class Templates {
        static native TemplateInstance ask(AskView asked, String words, Refused refused, Qualifications qualifications);
    }

    /** @param asked about the result; an appeal is offered only where there is a recheck */
    TemplateInstance form(AskView asked, UUID result) {
        if (asked.appeal()) {
            decided(asked, result);
        }
        return Templates.ask(asked, "", null, qualifications);
    }

    Response send(AskView asked, UUID result, String words) {
        UUID recheck = asked.appeal() ? decided(asked, result).id() : null;
        try {
            if (recheck == null) {
                asking.recheck(user.personId(), asked.part(), result, words, user.principal());
            } else {
                asking.appeal(user.personId(), recheck, words, user.principal());
            }
        } catch (Refused refused) {
            return Pages.of(refused.reason().status(), Templates.ask(asked, words, refused, qualifications));
        }
        return Response.seeOther(URI.create(asked.sheet() + "#recheck")).build();
    }

    private RecheckView decided(AskView asked, UUID result) {
        return rechecks.ofResult(asked.part(), result).orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}

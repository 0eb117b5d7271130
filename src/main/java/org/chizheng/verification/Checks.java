package org.chizheng.verification;

import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;
import org.chizheng.verification.scan.Scan;
import org.chizheng.verification.scan.ScanConfig;
import org.chizheng.verification.scan.Visitor;

/** What all doors do around an answer: let nobody in who guesses numbers, count, and note the check for its holder. */
@RequestScoped
class Checks {
    private final Verifying verifying;
    private final Visitor visitor;
    private final CurrentUser user;
    private final ScanConfig config;
    private final CheckCounts counts;

    Checks(Verifying verifying, Visitor visitor, CurrentUser user, ScanConfig config, CheckCounts counts) {
        this.verifying = verifying;
        this.visitor = visitor;
        this.user = user;
        this.config = config;
        this.counts = counts;
    }

    /** @throws Refused TOO_MANY_GUESSES */
    AnswerView byCode(String code, Scan.Via via) {
        Visitor.Noting noting = admitted();
        return noted(noting, via, verifying.byCode(code, user.enterprises()));
    }

    /** As byCode, at once; the answer comes later. @throws Refused TOO_MANY_GUESSES */
    CompletableFuture<AnswerView> askByCode(String code, Scan.Via via) {
        Visitor.Noting noting = admitted();
        return verifying.askByCode(code, user.enterprises()).thenApply(answer -> noted(noting, via, answer));
    }

    /** @throws Refused TOO_MANY_GUESSES */
    AnswerView byToken(String text) {
        Visitor.Noting noting = admitted();
        return noted(noting, Scan.Via.TOKEN, verifying.byToken(text, user.enterprises()));
    }

    /** @throws Refused TOO_MANY_GUESSES */
    AnswerView byDocument(byte[] file) {
        Visitor.Noting noting = admitted();
        return noted(noting, Scan.Via.DOCUMENT, verifying.byDocument(file, user.enterprises()));
    }

    private Visitor.Noting admitted() {
        if (visitor.isBarred()) {
            throw new Refused(VerificationRefusal.TOO_MANY_GUESSES, config.bar().toMinutes()).after(config.bar());
        }
        return visitor.noting();
    }

    private AnswerView noted(Visitor.Noting noting, Scan.Via via, Verified answer) {
        String resultClass = answer.view().resultClass();
        counts.add(resultClass);
        if (!ResultClass.MALFORMED.name().equals(resultClass)
                && !ResultClass.UNREADABLE.name().equals(resultClass)) {
            noting.checked(answer.certificate().orElse(null), resultClass, via);
        }
        return answer.view();
    }
}

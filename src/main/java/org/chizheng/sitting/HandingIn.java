package org.chizheng.sitting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import org.chizheng.common.Signer;
import org.chizheng.common.Swept;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;

/** Flushes what the page still holds, closes the log and signs the receipt, in one transaction. Repeatable. The sweep does it for those who are overdue. */
@ApplicationScoped
public class HandingIn {
    static final String STAFF = "STAFF";
    private static final String CANDIDATE = "CANDIDATE";
    private static final String DEADLINE = "DEADLINE";
    private final Sittings sittings;
    private final SittingLog log;
    private final Signer signer;
    private final MeterRegistry meters;
    private final Event<HandedIn> handedIn;

    public HandingIn(Sittings sittings, SittingLog log, Signer signer, MeterRegistry meters, Event<HandedIn> handedIn) {
        this.handedIn = handedIn;
        this.sittings = sittings;
        this.log = log;
        this.signer = signer;
        this.meters = meters;
    }

    /** receipt is null when the sitting had been closed before. */
    private record Done(UUID sitting, ReceiptView receipt) {}

    /** @throws org.chizheng.common.Refused NOT_STARTED, STALE_PAGE, HELD, SEQUENCE_CONFLICT or ANSWER_INVALID; then it is still open */
    public ReceiptView handIn(UUID enrolment, AnswersForm form) {
        Answering.mustBeAnswers(form.events());
        Done done = log.now(new Act<Done>(enrolment) {
            @Override
            Done decide(Batch batch, Instant at) {
                Live sitting = batch.live(enrolment);
                if (sitting != null && "CLOSED".equals(sitting.state())) {
                    return new Done(sitting.id, null);
                }
                Answering.writable(sitting, form.epoch());
                Answering.append(sitting, form.events(), batch, at);
                return new Done(sitting.id, close(sitting, CANDIDATE, AuditedAct.holder(enrolment), batch, at));
            }
        });
        if (done.receipt() == null) {
            return sittings.receipt(done.sitting()).orElseThrow();
        }
        told();
        return done.receipt();
    }

    /** What arrived in time on another replica is given two seconds to be written first; then the server hands in. Replicas may do it at once: one finds it done. */
    @Swept
    @Scheduled(every = "1s", identity = "hand-in-overdue", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sweep() {
        List<CompletableFuture<Boolean>> closing = new ArrayList<>();
        for (UUID enrolment : sittings.overdue()) {
            closing.add(log.submit(new Act<>(enrolment) {
                @Override
                Boolean decide(Batch batch, Instant at) {
                    Live sitting = batch.live(enrolment);
                    boolean overdue = sitting.state().equals("UNDER_WAY") && at.isAfter(sitting.deadline());
                    if (overdue) {
                        close(sitting, DEADLINE, AuditedAct.holder(enrolment), batch, at);
                    }
                    return overdue;
                }
            }));
        }
        closing.forEach(one -> one.exceptionally(failure -> false).join());
    }

    /**
     * The staff hands in for a candidate who cannot or will not, whether paused, locked or neither. What the page still holds is lost.
     *
     * @param who the member of the staff
     * @param reason tidy
     */
    Act<Boolean> byStaff(UUID enrolment, String who, String reason) {
        return new Act<>(enrolment) {
            @Override
            Boolean decide(Batch batch, Instant at) {
                Live sitting = batch.live(enrolment);
                boolean open = sitting != null && !"CLOSED".equals(sitting.state());
                if (open) {
                    close(sitting, STAFF + ": " + reason, who, batch, at);
                }
                return open;
            }
        };
    }

    /** To be called when acts of {@link #byStaff} have been committed. */
    void told() {
        handedIn.fire(new HandedIn());
    }

    /** @param closing the word of a closing; @return who closed */
    static String by(String closing) {
        return closing.startsWith(STAFF + ": ") ? STAFF : closing;
    }

    /** @param word goes into the log: who closed, and the reason of the staff; @param actor is told to the audit log */
    private ReceiptView close(Live sitting, String word, String actor, Batch batch, Instant at) {
        String by = by(word);
        batch.append(sitting, sitting.append(Entry.Kind.CLOSED, 0, 0, word, at, false));
        byte[] digest = sitting.head();
        String number = ResponseChain.number(sitting.id, digest);
        int count = sitting.answered();
        byte[] signature =
                signer.sign(ResponseChain.PURPOSE, ResponseChain.receipt(sitting.id, number, at, count, digest));
        ReceiptView receipt = new ReceiptView(
                number,
                at,
                count,
                HexFormat.of().formatHex(digest),
                Base64.getEncoder().encodeToString(signature));
        batch.close(sitting, by, receipt, at, digest, signature);
        batch.note(AuditedAct.handedIn(actor, sitting, word, receipt));
        meters.counter("chizheng.sittings.handed.in", "by", by).increment();
        return receipt;
    }
}

package org.chizheng.certificate.life;

import java.util.List;

import org.chizheng.certificate.CertificateEvents;
import org.chizheng.certificate.CertificateView;
import org.chizheng.certificate.Standings;
import org.chizheng.certificate.rule.Act;

/**
 * A certificate as its officer sees it.
 *
 * @param holder the name that the holder bears today
 * @param line all certificates that follow one another with this one, the oldest first
 * @param choices acts that may be done today, each with its grounds
 * @param waiting the proposal that waits for another officer, or null
 * @param renewal conditions of a renewal by today's policy; empty when it is over
 * @param asked the application that waits, or null
 * @param review conditions of the review that comes next; empty without one
 * @param mayReissue whether it runs, so that it can be issued anew under another name
 * @param others certificates of other authorities
 * @param card whether it was issued as a card too
 */
public record Dossier(
        Standings.Shown shown,
        String holder,
        List<Happened> events,
        List<CertificateView> line,
        List<Choice> choices,
        Named waiting,
        List<Requirements.Line> renewal,
        RenewalView asked,
        List<Requirements.Line> review,
        boolean mayReissue,
        List<ForeignCertificate> others,
        boolean card) {
    public Dossier {
        events = List.copyOf(events);
        line = List.copyOf(line);
        choices = List.copyOf(choices);
        renewal = List.copyOf(renewal);
        review = List.copyOf(review);
        others = List.copyOf(others);
    }

    /** An event with the words of its ground; null where a message has them. */
    public record Happened(CertificateEvents.Told event, String zh, String en) {}

    /** An act with what it may rest on today. */
    public record Choice(Act act, List<Ground> grounds) {
        public Choice {
            grounds = List.copyOf(grounds);
        }
    }

    /** A proposal with the words of its ground. */
    public record Named(Proposal proposal, String zh, String en, String article) {}

    public CertificateView certificate() {
        return shown.certificate();
    }

    /** The one that replaced it, or null. */
    public CertificateView successor() {
        return line.stream()
                .filter(one -> certificate().id().equals(one.follows()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the certificate names its holder otherwise than today. */
    public boolean isOldName() {
        return !holder.equals(certificate().holderName());
    }
}

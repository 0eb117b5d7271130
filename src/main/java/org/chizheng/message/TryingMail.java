package org.chizheng.message;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Ids;
import org.chizheng.common.Messages;
import org.chizheng.common.Refused;
import org.chizheng.message.rule.Address;

/** One mail at once, to see whether the mail server takes them. Nothing of it is kept but that it was tried. */
@ApplicationScoped
class TryingMail {
    private static final int LONGEST = 200;
    private final MailDoor door;
    private final Auditing auditing;

    TryingMail(MailDoor door, Auditing auditing) {
        this.door = door;
        this.auditing = auditing;
    }

    /** @throws Refused MAIL_INVALID; MAIL_CLOSED where no sender is set; MAIL_REFUSED with what the server, or the way to it, said */
    @Transactional
    void send(String address, String lang) {
        String tidy = Address.mail(address).orElseThrow(() -> new Refused(MessageRefusal.MAIL_INVALID));
        if (!door.isOpen()) {
            throw new Refused(MessageRefusal.MAIL_CLOSED);
        }
        String words = Messages.get(lang, "message_trial_words");
        try {
            door.take(new Letter(Ids.next(), tidy, "", Messages.get(lang, "message_subject"), words, words, null));
        } catch (RuntimeException failure) {
            throw new Refused(MessageRefusal.MAIL_REFUSED, reason(failure));
        }
        auditing.note("tried mail", "message", tidy.substring(tidy.indexOf('@')), "taken by the mail server");
    }

    /** What lies at the bottom, without the address. */
    private static String reason(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null && at.getCause() != at) {
            at = at.getCause();
        }
        String said = at.getClass().getSimpleName() + (at.getMessage() == null ? "" : ": " + at.getMessage());
        String tidy = said.replaceAll("\\S+@\\S+", "…").replaceAll("\\s+", " ");
        return tidy.substring(0, Math.min(tidy.length(), LONGEST));
    }
}

package org.chizheng.message;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ChizhengConfig;

import io.quarkus.mailer.Mail;
import io.quarkus.mailer.Mailer;

/** Mail by SMTP. The key stands in Message-ID, but a server that took a mail and was cut off before it said so does not know it again. */
@ApplicationScoped
class MailDoor implements Door {
    private final Mailer mailer;
    private final MessageConfig config;
    private final String host;

    MailDoor(Mailer mailer, MessageConfig config, ChizhengConfig installation) {
        this.mailer = mailer;
        this.config = config;
        host = java.net.URI.create(installation.publicUrl()).getHost();
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public boolean isOpen() {
        return config.mailFrom().isPresent();
    }

    @Override
    public boolean knowsAgain() {
        return false;
    }

    @Override
    public void take(Letter letter) {
        Mail mail = Mail.withText(letter.address(), letter.subject(), letter.words())
                .setFrom(config.mailFrom().orElseThrow())
                .addHeader("Message-ID", "<" + letter.key() + "@" + host + ">")
                .addHeader("Auto-Submitted", "auto-generated");
        mailer.send(mail);
    }
}

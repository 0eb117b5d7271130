package org.chizheng.message;

import java.time.Duration;
import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation settles about its messages; how its mail server is reached are settings quarkus.mailer.*. */
@ConfigMapping(prefix = "chizheng.message")
interface MessageConfig {
    /** Sender's address. Without it no mail is sent. */
    Optional<String> mailFrom();

    /** A reminder that is older when its turn comes is not sent any more: its days would no longer be true. */
    @WithDefault("P3D")
    Duration reminderPatience();

    /** Whether the administrator may read the codes that the local outbox of text messages was given, until their time is over. Whoever reads them can open accounts: for the demo alone. */
    @WithDefault("false")
    boolean codesReadable();
}

package org.chizheng.account;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.account.rule.Mobile;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.people.Registering;

/** Takes down who asks for an account. Nobody is looked up here: whether the person is known is settled afterwards, by {@link SendingCodes}, so that neither words nor time of the answer can tell. */
@ApplicationScoped
class Asking {
    private static final int TOKEN_BYTES = 32;
    private final SecureRandom random = new SecureRandom();
    private final Registering registering;
    private final Metering metering;
    private final Openings openings;
    private final AccountConfig config;
    private final OfficialClock clock;

    Asking(Registering registering, Metering metering, Openings openings, AccountConfig config, OfficialClock clock) {
        this.registering = registering;
        this.metering = metering;
        this.openings = openings;
        this.config = config;
        this.clock = clock;
    }

    /**
     * @param address where it comes from, null if nowhere
     * @return what the browser keeps to go on: 256 random bits
     * @throws Refused if name, number or telephone can be nobody's, or it was asked too often
     */
    @Transactional
    String ask(String name, String idNumber, String phone, String lang, String address) {
        String number = registering.wellFormed(name, idNumber);
        String mobile = Mobile.tidy(phone).orElseThrow(() -> new Refused(AccountRefusal.NOT_MOBILE));
        metering.count(address, mobile, number);
        byte[] bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.now();
        openings.add(token, new Openings.Said(name.strip(), number, mobile), lang, now, now.plus(config.codeValid()));
        return token;
    }
}

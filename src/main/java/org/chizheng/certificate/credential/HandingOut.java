package org.chizheng.certificate.credential;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;

/** Makes a holder's certificate anew as a credential, from the record; the token is not kept, that it was handed out is. */
@ApplicationScoped
public class HandingOut {
    private final CredentialRecords records;
    private final CredentialSigning signing;
    private final OfficialClock clock;
    private final Auditing auditing;
    private final SecureRandom random = new SecureRandom();

    public HandingOut(CredentialRecords records, CredentialSigning signing, OfficialClock clock, Auditing auditing) {
        this.records = records;
        this.signing = signing;
        this.clock = clock;
        this.auditing = auditing;
    }

    /**
     * The verifiable credential and Open Badge.
     *
     * @throws Refused NOT_FOUND if it is another person's; a {@link CredentialRefusal} else
     */
    @Transactional
    public String achievement(UUID certificate, UUID person) {
        CredentialFacts facts = own(certificate, person);
        auditing.note("credential", "certificate", certificate, AchievementCredential.TYPE);
        return signing.sign(AchievementCredential.TYPE, AchievementCredential.of(facts));
    }

    /**
     * The SD-JWT.
     *
     * @param jwk public key of the holder's wallet, or blank
     * @throws Refused as above, or if it is no such key
     */
    @Transactional
    public String post(UUID certificate, UUID person, String jwk) {
        CredentialFacts facts = own(certificate, person);
        Optional<HolderKey> holder =
                Optional.ofNullable(jwk).filter(text -> !text.isBlank()).map(HolderKey::of);
        auditing.note(
                "credential",
                "certificate",
                certificate,
                PostCredential.TYPE + (holder.isPresent() ? " with the key of a wallet" : ""));
        return PostCredential.of(facts, holder, random, claims -> signing.sign(PostCredential.TYPE, claims));
    }

    private CredentialFacts own(UUID certificate, UUID person) {
        CredentialFacts facts = records.find(certificate)
                .filter(found -> found.person().equals(person))
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
        if (!records.isInForce(facts, clock.today())) {
            throw new Refused(CredentialRefusal.NOT_IN_FORCE);
        }
        if (facts.place() == null) {
            throw new Refused(CredentialRefusal.NO_STATUS_PLACE);
        }
        return facts;
    }
}

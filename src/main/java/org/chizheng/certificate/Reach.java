package org.chizheng.certificate;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Refused;
import org.chizheng.people.CurrentUser;

/** Which certificates the signed-in account reaches, by the county where they were first earned. */
@RequestScoped
public class Reach {
    private final Certificates certificates;
    private final CurrentUser user;

    public Reach(Certificates certificates, CurrentUser user) {
        this.certificates = certificates;
        this.user = user;
    }

    /** @throws Refused NOT_FOUND if there is none, or none within reach */
    public void certificate(UUID id, String... roles) {
        if (certificates
                .region(id)
                .filter(region -> user.reachesRegion(region, roles))
                .isEmpty()) {
            throw new Refused(CommonRefusal.NOT_FOUND);
        }
    }

    public boolean reaches(CertificateView certificate, String... roles) {
        return user.reachesRegion(certificate.region(), roles);
    }
}

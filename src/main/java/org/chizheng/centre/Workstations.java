package org.chizheng.centre;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.centre.rule.SeatBinding;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Which computer a request comes from: its address and, where the installation says in which header, its certificate's fingerprint. */
@ApplicationScoped
public class Workstations {
    private final CentreConfig config;

    public Workstations(CentreConfig config) {
        this.config = config;
    }

    /** @param address null when the connection is gone; fingerprint null when none was told */
    public record Workstation(String address, String fingerprint) {}

    public Workstation of(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        String fingerprint = config.certificateHeader()
                .map(request::getHeader)
                .flatMap(SeatBinding::fingerprint)
                .orElse(null);
        return new Workstation(address == null ? null : address.hostAddress(), fingerprint);
    }

    /** Whether fingerprints are told at all. */
    boolean tellFingerprints() {
        return config.certificateHeader().isPresent();
    }
}

package org.chizheng.verification.scan;

import java.util.UUID;

import jakarta.enterprise.context.RequestScoped;

import org.chizheng.common.OfficialClock;
import org.chizheng.people.CurrentUser;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/** Who checks: the network it comes from, as a keyed index, and the enterprise it is signed in for. */
@RequestScoped
public class Visitor {
    private final HttpServerRequest request;
    private final CurrentUser user;
    private final Networks networks;
    private final ScanLog log;
    private final GuessThrottle throttle;
    private final OfficialClock clock;
    private byte[] network;

    public Visitor(
            HttpServerRequest request,
            CurrentUser user,
            Networks networks,
            ScanLog log,
            GuessThrottle throttle,
            OfficialClock clock) {
        this.request = request;
        this.user = user;
        this.networks = networks;
        this.log = log;
        this.throttle = throttle;
        this.clock = clock;
    }

    private byte[] network() {
        if (network == null) {
            SocketAddress address = request.remoteAddress();
            network = networks.index(address == null ? null : address.hostAddress());
        }
        return network;
    }

    private UUID enterprise() {
        return user.enterprises().stream().findFirst().orElse(null);
    }

    /** Somebody who is signed in is known and not barred for what others of the network did. */
    public boolean isBarred() {
        return user.isAnonymous() && throttle.isBarred(network());
    }

    /** Notes checks of one visitor, also when the request is over. */
    @FunctionalInterface
    public interface Noting {
        /** @param certificate null when there is none */
        void checked(UUID certificate, String resultClass, Scan.Via via);
    }

    public Noting noting() {
        byte[] from = network();
        UUID enterprise = enterprise();
        return (certificate, resultClass, via) ->
                log.note(new Scan(certificate, resultClass, via, from, enterprise, clock.now()));
    }
}

package org.chizheng.lockdown;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import org.chizheng.common.ChizhengConfig;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;
import org.chizheng.lockdown.rule.PublicAddress;
import org.chizheng.lockdown.rule.RequestHash;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.vertx.core.http.HttpServerRequest;

/**
 * Whether a request comes from the browser that its session asks for. Safe Exam Browser proves its keys in headers over the address it asks for; where its
 * engine adds none, the page asks it for the proof over the page's own address and sends that. Addresses are those that the public uses, whatever a proxy
 * or the request's Host says.
 */
@ApplicationScoped
public class BrowserGate {
    private static final String CONFIG_KEY = "X-SafeExamBrowser-ConfigKeyHash";
    private static final String EXAM_KEY = "X-SafeExamBrowser-RequestHash";
    private static final String PAGE_CONFIG_KEY = "X-Chizheng-ConfigKeyHash";
    private static final String PAGE_EXAM_KEY = "X-Chizheng-RequestHash";
    private static final List<String> PAGES = List.of("/exam/room", "/exam/room?lang=zh", "/exam/room?lang=en");
    private static final String READ = """
            SELECT l.config_key, l.exam_keys, ARRAY(SELECT w.enrolment_id FROM lockdown_waiver w WHERE w.session_id = l.session_id) waived
            FROM session_lockdown l WHERE l.session_id = ? AND l.required""";
    /** As long as a waiver or a lifted requirement may take to be heard of. */
    private final Cache<UUID, Optional<Demand>> demands = Caffeine.newBuilder()
            .maximumSize(10_000)
            .expireAfterWrite(Duration.ofSeconds(1))
            .build();

    private final Sql sql;
    private final PublicAddress address;

    public BrowserGate(Sql sql, ChizhengConfig config) {
        this.sql = sql;
        address = new PublicAddress(config.publicUrl());
    }

    private record Demand(String configKey, List<String> examKeys, Set<UUID> waived) {
        boolean isMet(String url, String configProof, String examProof) {
            return RequestHash.isRight(configProof, url, configKey)
                    && (examKeys.isEmpty()
                            || examKeys.stream().anyMatch(key -> RequestHash.isRight(examProof, url, key)));
        }
    }

    /** @throws Refused LOCKED_BROWSER_NEEDED */
    public void mustPass(UUID session, UUID enrolment, HttpServerRequest request) {
        if (!passes(session, enrolment, request)) {
            throw new Refused(LockdownRefusal.LOCKED_BROWSER_NEEDED);
        }
    }

    public boolean passes(UUID session, UUID enrolment, HttpServerRequest request) {
        Demand demand = demands.get(session, this::read).orElse(null);
        if (demand == null || demand.waived().contains(enrolment)) {
            return true;
        }
        String configProof = request.getHeader(CONFIG_KEY);
        if (configProof != null && demand.isMet(address.url(request.uri()), configProof, request.getHeader(EXAM_KEY))) {
            return true;
        }
        String pageProof = request.getHeader(PAGE_CONFIG_KEY);
        return pageProof != null
                && PAGES.stream()
                        .anyMatch(page -> demand.isMet(address.url(page), pageProof, request.getHeader(PAGE_EXAM_KEY)));
    }

    private Optional<Demand> read(UUID session) {
        return sql.first(READ, BrowserGate::demand, session);
    }

    private static Demand demand(ResultSet row) throws SQLException {
        return new Demand(row.getString("config_key"), Lockdowns.texts(row, "exam_keys"), Set.of((UUID[])
                row.getArray("waived").getArray()));
    }
}

package org.chizheng.centre;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.centre.rule.AddressRange;
import org.chizheng.centre.rule.SeatBinding;
import org.chizheng.common.Refused;
import org.chizheng.common.Sql;

/** Says which computer stands at a seat. */
@ApplicationScoped
public class BindingSeats {
    private final Workstations workstations;
    private final Sql sql;
    private final Auditing auditing;

    public BindingSeats(Workstations workstations, Sql sql, Auditing auditing) {
        this.workstations = workstations;
        this.sql = sql;
        this.auditing = auditing;
    }

    /**
     * Each blank for none.
     *
     * @throws Refused NETWORK_INVALID, FINGERPRINT_INVALID, or FINGERPRINT_OFF where the installation does not say in which header fingerprints come
     */
    @Transactional
    public void bind(UUID seat, String network, String fingerprint) {
        String range = range(network);
        String digits = fingerprint == null || fingerprint.isBlank() ? null : digits(fingerprint);
        sql.update("UPDATE seat SET network = ?::cidr, fingerprint = ? WHERE id = ?", range, digits, seat);
        auditing.note("bound", "seat", seat, "network " + range + (digits == null ? "" : ", certificate"));
    }

    /** All seats of a room to one range of addresses; blank for none. @throws Refused NETWORK_INVALID */
    @Transactional
    public void bindRoom(UUID room, String network) {
        String range = range(network);
        sql.update("UPDATE seat SET network = ?::cidr WHERE room_id = ?", range, room);
        auditing.note("bound all seats", "room", room, "network " + range);
    }

    private static String range(String network) {
        return network == null || network.isBlank()
                ? null
                : AddressRange.parse(network)
                        .orElseThrow(() -> new Refused(CentreRefusal.NETWORK_INVALID))
                        .toString();
    }

    private String digits(String fingerprint) {
        if (!workstations.tellFingerprints()) {
            throw new Refused(CentreRefusal.FINGERPRINT_OFF);
        }
        return SeatBinding.fingerprint(fingerprint).orElseThrow(() -> new Refused(CentreRefusal.FINGERPRINT_INVALID));
    }
}

package org.chizheng.practical;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.CommonRefusal;
import org.chizheng.common.Digests;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;

/** Keeps photos that an assessor takes as evidence, under seal. The page names each, so one that comes twice is kept once. */
@ApplicationScoped
public class KeepingPhotos {
    private static final String PURPOSE = "practical.photo";
    private static final int MOST = 20;
    private final Tapping tapping;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    public KeepingPhotos(Tapping tapping, Sealer sealer, OfficialClock clock, Sql sql, Auditing auditing) {
        this.tapping = tapping;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused as for a tap, PHOTO_FORM, PHOTOS_ENOUGH when the sheet has 20 */
    @Transactional
    public void keep(UUID candidate, String assessor, int epoch, UUID photo, byte[] uploaded) {
        SheetView sheet = tapping.writable(candidate, assessor, epoch);
        int there = sql.list(
                        "SELECT 1 FROM practical_photo WHERE sheet_id = ? AND id <> ?", row -> 1, sheet.id(), photo)
                .size();
        if (there >= MOST) {
            throw new Refused(PracticalRefusal.PHOTOS_ENOUGH, MOST);
        }
        byte[] picture = EvidencePicture.of(uploaded);
        String digest = Digests.file(picture);
        int added = sql.update(
                "INSERT INTO practical_photo (id, sheet_id, received_at, digest, photo_sealed) VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING",
                photo,
                sheet.id(),
                clock.now(),
                digest,
                sealer.seal(picture, PURPOSE, photo));
        if (added > 0) {
            auditing.note("kept photo", "practical-candidate", candidate, digest);
        }
    }

    /** @return a JPEG; @throws Refused NOT_FOUND unless it belongs to that candidate */
    public byte[] open(UUID candidate, UUID photo) {
        return sql.first(
                        "SELECT f.photo_sealed FROM practical_photo f JOIN practical_sheet s ON s.id = f.sheet_id WHERE f.id = ? AND s.candidate_id = ?",
                        row -> sealer.open(row.getBytes(1), PURPOSE, photo),
                        photo,
                        candidate)
                .orElseThrow(() -> new Refused(CommonRefusal.NOT_FOUND));
    }
}

package org.chizheng.incident;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import org.chizheng.audit.Auditing;
import org.chizheng.common.Digests;
import org.chizheng.common.Ids;
import org.chizheng.common.OfficialClock;
import org.chizheng.common.Refused;
import org.chizheng.common.Sealer;
import org.chizheng.common.Sql;
import org.chizheng.incident.rule.EvidenceType;

/** Adds evidence: files and notes under seal, of video where it is found. None of it is ever changed or removed. */
@ApplicationScoped
public class Evidencing {
    /** 5 MB: a photo of a telephone, a page or two that were scanned. */
    public static final int LARGEST_MEGABYTES = 5;

    private static final int MOST = 20;
    private static final int LONGEST_NAME = 100;
    private static final String INSERT = """
            INSERT INTO incident_evidence (id, incident_id, kind, name, media_type, bytes, content_sealed, recording, camera, from_at, until_at, digest, added_by, added_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";
    private final IncidentFiles files;
    private final Sealer sealer;
    private final OfficialClock clock;
    private final Sql sql;
    private final Auditing auditing;

    Evidencing(IncidentFiles files, Sealer sealer, OfficialClock clock, Sql sql, Auditing auditing) {
        this.files = files;
        this.sealer = sealer;
        this.clock = clock;
        this.sql = sql;
        this.auditing = auditing;
    }

    /** @throws Refused FILE_MISSING, FILE_SIZE above 5 MB, FILE_TYPE unless its bytes begin as JPEG, PNG or PDF; EVIDENCE_CLOSED, EVIDENCE_FULL */
    @Transactional
    public UUID addFile(UUID incident, String name, byte[] file, String by) {
        if (file.length == 0) {
            throw new Refused(IncidentRefusal.FILE_MISSING);
        }
        if (file.length > LARGEST_MEGABYTES << 20) {
            throw new Refused(IncidentRefusal.FILE_SIZE, LARGEST_MEGABYTES);
        }
        EvidenceType type = EvidenceType.of(file).orElseThrow(() -> new Refused(IncidentRefusal.FILE_TYPE));
        UUID id = open(incident);
        byte[] sealed = sealer.seal(file, IncidentFiles.EVIDENCE, id);
        insert(id, incident, "FILE", base(name), type.mediaType(), file.length, sealed, null, Digests.file(file), by);
        return id;
    }

    @Transactional
    public UUID addNote(UUID incident, String text, String by) {
        byte[] note = Words.told(text, IncidentRefusal.NOTE_LENGTH).getBytes(StandardCharsets.UTF_8);
        UUID id = open(incident);
        byte[] sealed = sealer.seal(note, IncidentFiles.EVIDENCE, id);
        insert(id, incident, "NOTE", "", null, null, sealed, null, Digests.file(note), by);
        return id;
    }

    /** Where a recording shows it; until lies after from. */
    public record Video(String recording, String camera, Instant from, Instant until) {
        static Video of(String recording, String camera, String from, String until, Instant now) {
            String what = Words.tidy(recording);
            String where = Words.tidy(camera);
            if (what == null || where == null || what.length() > LONGEST_NAME || where.length() > LONGEST_NAME) {
                throw new Refused(IncidentRefusal.VIDEO_INCOMPLETE);
            }
            Video video = new Video(what, where, Words.past(from, now), Words.past(until, now));
            if (!video.until().isAfter(video.from())) {
                throw new Refused(IncidentRefusal.VIDEO_INCOMPLETE);
            }
            return video;
        }
    }

    /** @param from and until date and time in China */
    @Transactional
    public UUID addVideo(UUID incident, String recording, String camera, String from, String until, String by) {
        Video video = Video.of(recording, camera, from, until, clock.now());
        UUID id = open(incident);
        String digest = Digests.hex(video.recording(), video.camera(), video.from(), video.until());
        insert(id, incident, "VIDEO", "", null, null, null, video, digest, by);
        return id;
    }

    private UUID open(UUID incident) {
        IncidentFile file = files.locked(incident);
        if (!file.row().openToEvidence()) {
            throw new Refused(IncidentRefusal.EVIDENCE_CLOSED);
        }
        if (file.evidence().size() >= MOST) {
            throw new Refused(IncidentRefusal.EVIDENCE_FULL, MOST);
        }
        return Ids.next();
    }

    private void insert(
            UUID id,
            UUID incident,
            String kind,
            String name,
            String mediaType,
            Integer bytes,
            byte[] sealed,
            Video video,
            String digest,
            String by) {
        sql.update(
                INSERT,
                id,
                incident,
                kind,
                name,
                mediaType,
                bytes,
                sealed,
                video == null ? null : video.recording(),
                video == null ? null : video.camera(),
                video == null ? null : video.from(),
                video == null ? null : video.until(),
                digest,
                by,
                clock.now());
        auditing.note("added evidence", "incident", incident, kind + " " + digest);
    }

    private static String base(String name) {
        String base = name == null ? "" : name.replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cc}", "");
        return base.length() > LONGEST_NAME ? base.substring(base.length() - LONGEST_NAME) : base;
    }
}

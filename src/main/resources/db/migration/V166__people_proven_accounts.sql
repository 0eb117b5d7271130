-- An account that was opened by a word alone is not proven: it sees what came of itself, and nothing that others wrote of the person.
ALTER TABLE account ADD COLUMN proven boolean NOT NULL DEFAULT true;

-- Whether the telephone number was written down by staff or by the proven holder of the account. Who gave those of before is not known, so no code goes there.
ALTER TABLE person ADD COLUMN phone_vouched boolean NOT NULL DEFAULT false;

-- Whether anybody but the person's own account has written of the person what an account would show.
CREATE FUNCTION person_told_by_others(who uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM person WHERE id = who AND phone_vouched)
        OR EXISTS (SELECT FROM enrolment e LEFT JOIN application a ON a.id = e.application_id
                   WHERE e.person_id = who AND a.channel IS DISTINCT FROM 'CANDIDATE')
        OR EXISTS (SELECT FROM application WHERE person_id = who AND channel <> 'CANDIDATE')
        OR EXISTS (SELECT FROM record_fact WHERE person_id = who)
        OR EXISTS (SELECT FROM certificate WHERE person_id = who)
        OR EXISTS (SELECT FROM foreign_certificate WHERE person_id = who)
        OR EXISTS (SELECT FROM occupation_ban WHERE person_id = who)
$$;
GRANT EXECUTE ON FUNCTION person_told_by_others(uuid) TO chizheng_service;

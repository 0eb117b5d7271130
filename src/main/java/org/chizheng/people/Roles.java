package org.chizheng.people;

import java.util.List;

/** Roles; each is granted within a region, a centre or an enterprise. An examinee is a ticket's holder, for the examination only. */
public final class Roles {
    public static final String ADMINISTRATOR = "administrator";
    public static final String AUTHOR = "author";
    public static final String REVIEWER = "reviewer";
    public static final String CENTRE_MANAGER = "centre-manager";
    public static final String INVIGILATOR = "invigilator";
    public static final String ASSESSOR = "assessor";
    public static final String CERTIFICATE_OFFICER = "certificate-officer";
    public static final String EMPLOYER = "employer";
    public static final String REGULATOR = "regulator";
    public static final String CANDIDATE = "candidate";
    public static final String EXAMINEE = "examinee";

    /** What an administrator can grant; candidates open their own accounts, examinees are tickets. */
    public static final List<String> STAFF = List.of(
            ADMINISTRATOR,
            AUTHOR,
            REVIEWER,
            CENTRE_MANAGER,
            INVIGILATOR,
            ASSESSOR,
            CERTIFICATE_OFFICER,
            EMPLOYER,
            REGULATOR);

    private Roles() {}
}

package org.chizheng.admission;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What an installation settles about its entrances. */
@ConfigMapping(prefix = "chizheng.admission")
interface AdmissionConfig {
    /** How the second person confirms where a session says nothing: at a tablet of their own, or beside the first one as a witness who signed for it. */
    @WithDefault("TABLET")
    Second second();

    /** Minutes for which a witness has signed; then the password is asked for again. */
    @WithDefault("60")
    int witnessMinutes();

    /** Whether candidates come in by the entrance alone, never by the button of the session's page. */
    @WithDefault("true")
    boolean entranceRequired();
}

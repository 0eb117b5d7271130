package org.chizheng.rehearsal.wire;

import java.io.IOException;

/** What happens with the reply. Exactly one of both is called, on the wire's thread. */
public interface Answered {
    /** @param reply valid only during the call */
    void answered(Reply reply);

    /** The line was cut, refused, or silent for too long: whether the request was acted on is not known. */
    void broken(IOException why);
}

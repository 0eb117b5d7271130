package org.chizheng.closing;

import java.util.List;

import org.chizheng.session.SessionView;

/** One way in which a room can still be open. All of them are asked before its record is drawn up; another stage adds its own by a bean of this type. */
public interface Unsettled {
    List<Matter> of(SessionView session);
}

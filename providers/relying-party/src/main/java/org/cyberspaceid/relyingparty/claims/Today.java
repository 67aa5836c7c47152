package org.cyberspaceid.relyingparty.claims;

import java.time.Instant;
import java.time.LocalDate;
import org.cyberspaceid.core.document.Age;
import org.keycloak.common.util.Time;

/** The day in Asia/Shanghai by Keycloak's time, so that its time offset moves ours too. */
public final class Today {
    private Today() {}

    public static LocalDate get() {
        return LocalDate.ofInstant(Instant.ofEpochMilli(Time.currentTimeMillis()), Age.ZONE);
    }
}

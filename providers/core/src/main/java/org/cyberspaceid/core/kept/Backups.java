package org.cyberspaceid.core.kept;

import java.time.Duration;

/** Nothing can be deleted from a backup. What was deleted since goes with the backup's age, or with the key it was sealed by. */
public final class Backups {
    /** How long a backup is kept. */
    public static final Duration KEPT = Duration.ofDays(35);

    /** How long one key seals new records before the next one does. */
    public static final Duration KEY_PERIOD = Duration.ofDays(7);

    /** When what is deleted now cannot be read from any backup, not even from a copy that somebody forgot to delete. */
    public static final Duration UNREADABLE_AFTER = KEY_PERIOD.plus(KEPT);

    private Backups() {}
}

package org.cyberspaceid.vault;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.cyberspaceid.core.kept.Backups;
import org.keycloak.Config;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/**
 * The vault's settings.
 *
 * @param deletionJournal the file of deletions, outside the database
 * @param recordKeyPeriod how long one record key seals
 * @param backupRetention how long backups of the database are kept; keys that nothing uses are destroyed after it
 * @param housekeeping how often the vault looks after its keys and rows
 */
record VaultSettings(Path deletionJournal, Duration recordKeyPeriod, Duration backupRetention, Duration housekeeping) {
    private static final String JOURNAL = "deletion-journal";
    private static final String PERIOD = "record-key-period";
    private static final String RETENTION = "backup-retention";
    private static final String HOUSEKEEPING = "housekeeping-interval";

    private static final String USUAL_PERIOD = Backups.KEY_PERIOD.toString();
    private static final String USUAL_RETENTION = Backups.KEPT.toString();
    private static final String USUAL_HOUSEKEEPING = "PT1M";

    /** @throws IllegalStateException naming the setting that is missing or wrong */
    static VaultSettings of(Config.Scope config) {
        String journal = config.get(JOURNAL);
        if (journal == null || journal.isBlank()) {
            throw new IllegalStateException("The identity vault needs the setting " + name(JOURNAL) + ".");
        }
        return new VaultSettings(
                Path.of(journal),
                duration(config, PERIOD, USUAL_PERIOD),
                duration(config, RETENTION, USUAL_RETENTION),
                duration(config, HOUSEKEEPING, USUAL_HOUSEKEEPING));
    }

    private static Duration duration(Config.Scope config, String setting, String usual) {
        try {
            Duration value = Duration.parse(config.get(setting, usual));
            if (value.compareTo(Duration.ofSeconds(1)) >= 0) {
                return value;
            }
        } catch (DateTimeParseException notADuration) {
            // said below
        }
        throw new IllegalStateException(
                "The setting " + name(setting) + " takes a duration of a second or more, for example " + usual + ".");
    }

    private static String name(String setting) {
        return "spi-" + IdentityVaultSpi.NAME + "--" + TinkIdentityVaultFactory.PROVIDER_ID + "--" + setting;
    }

    static List<ProviderConfigProperty> metadata() {
        ProviderConfigurationBuilder all = ProviderConfigurationBuilder.create();
        add(
                all,
                JOURNAL,
                null,
                "File of deletions, shared by all nodes, outside the database: replayed after a restore.");
        add(
                all,
                PERIOD,
                USUAL_PERIOD,
                "How long one key seals records (ISO 8601). Then a new one does, and all follow.");
        add(
                all,
                RETENTION,
                USUAL_RETENTION,
                "How long backups are kept (ISO 8601); unused keys are destroyed after it.");
        add(all, HOUSEKEEPING, USUAL_HOUSEKEEPING, "How often overdue rows and old keys are looked after (ISO 8601).");
        return all.build();
    }

    private static void add(ProviderConfigurationBuilder all, String name, String usual, String help) {
        all.property()
                .name(name)
                .type(ProviderConfigProperty.STRING_TYPE)
                .defaultValue(usual)
                .helpText(help)
                .add();
    }
}

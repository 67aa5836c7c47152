package org.cyberspaceid.vault.store;

import java.util.List;
import org.keycloak.connections.jpa.entityprovider.JpaEntityProvider;

/** Puts the vault's tables into Keycloak's own persistence unit, so that they share its transactions. */
final class VaultJpaEntityProvider implements JpaEntityProvider {
    static final String CHANGELOG = "META-INF/identity-vault-changelog.xml";

    @Override
    public List<Class<?>> getEntities() {
        return List.of(
                IdentityEntity.class,
                EnrolmentEntity.class,
                KeyCheckEntity.class,
                RecordKeyEntity.class,
                DeletionEntity.class,
                PairwiseEntity.class,
                FaceTemplateEntity.class);
    }

    @Override
    public String getChangelogLocation() {
        return CHANGELOG;
    }

    @Override
    public String getFactoryId() {
        return VaultJpaEntityProviderFactory.PROVIDER_ID;
    }

    @Override
    public void close() {}
}

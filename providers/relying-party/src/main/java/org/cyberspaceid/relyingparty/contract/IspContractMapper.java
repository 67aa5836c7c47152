package org.cyberspaceid.relyingparty.contract;

import java.util.List;
import java.util.stream.Stream;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;

/** Carries an {@link IspContract}: the console renders its configuration as a form. It puts nothing into any token. */
public final class IspContractMapper extends AbstractOIDCProtocolMapper {
    public static final String PROVIDER_ID = "isp-contract";

    static final String LEGAL_BASIS = "legal-basis";
    static final String LAW = "legal-basis.law";
    static final String PURPOSE = "legal-basis.purpose";
    static final String RETENTION = "legal-basis.retention";
    static final String VALUES = "legal-basis.values";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "ISP contract";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "What was agreed with this ISP. It puts nothing into any token.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return Stream.of(
                        text(LEGAL_BASIS, "Legal basis", "Code of the law that lets this ISP ask who a person is."),
                        text(LAW, "Law", "Its name, as the person reads it."),
                        text(PURPOSE, "Purpose", "What the values are for, as the person reads it."),
                        text(RETENTION, "Retention", "How long this ISP keeps them, as the person reads it."),
                        text(
                                VALUES,
                                "Values",
                                "Of name, document_number, birth_date, document_type, mobile; blanks between."))
                .toList();
    }

    private static ProviderConfigProperty text(String key, String label, String help) {
        return new ProviderConfigProperty(key, label, help, ProviderConfigProperty.STRING_TYPE, "");
    }
}

package org.cyberspaceid.relyingparty.contract;

import java.util.List;
import org.keycloak.models.ClientModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperContainerModel;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.ProtocolMapperConfigException;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ProviderConfigurationBuilder;

/** The form of an {@link IspContract} in the console: Clients, the client, Client scopes, its dedicated scope. It writes no claim. */
public final class IspContractMapper extends AbstractOIDCProtocolMapper {
    public static final String PROVIDER_ID = "isp-contract";

    private static final List<ProviderConfigProperty> FORM = ProviderConfigurationBuilder.create()
            .property(
                    ContractConfig.ALTERNATIVE,
                    "Other ways to sign in",
                    "How people can use this service without a Cyberspace ID, as the ISP attested in writing: using the ID is"
                            + " voluntary. Until this is filled in, nobody can sign in to this client.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.SECTOR,
                    "Sector",
                    "The host name that network numbers derive from, in place of the client's own. Only for a service that moved"
                            + " or was taken over, with its former host: its users keep their numbers. Whoever shares a sector"
                            + " sees the same numbers.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.NONCE,
                    "Nonce instead of PKCE",
                    "For a confidential client whose software cannot do PKCE: every request must carry an OpenID Connect nonce"
                            + " instead (RFC 9700, 2.1.1).",
                    ProviderConfigProperty.BOOLEAN_TYPE,
                    "false",
                    null)
            .property(
                    ContractConfig.CONFORMANCE,
                    "Conformance test until",
                    "Only for the OpenID Foundation's conformance suite, never for a service: until this day (YYYY-MM-DD, at most "
                            + ContractConfig.LONGEST_CONFORMANCE_DAYS
                            + " days from today) a confidential client may send neither PKCE nor nonce, and its codes are open to"
                            + " injection.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.EVENTS,
                    "Security events endpoint",
                    "An https address that Security Event Tokens are pushed to (RFC 8935): when the ID of a person who agreed to this"
                            + " service is closed or disabled, or the person reports its misuse.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.BASIS,
                    "Legal basis: code",
                    "Only for a service that a law obliges to know who its users are. A short code, for example"
                            + " telecom-real-name; it stands on every receipt. Needed for the scope real_identity, with all four"
                            + " fields below.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.LAW,
                    "Legal basis: law",
                    "The law and its article, as people will read it.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.PURPOSE,
                    "Legal basis: purpose",
                    "What the service needs the values for, as people will read it.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.RETENTION,
                    "Legal basis: retention",
                    "How long the service keeps the values, as people will read it.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .property(
                    ContractConfig.VALUES,
                    "Legal basis: values",
                    "What it may ask for, separated by spaces: name, document_number, birth_date, document_type, mobile.",
                    ProviderConfigProperty.STRING_TYPE,
                    "",
                    null)
            .build();

    @Override
    public void validateConfig(
            KeycloakSession session, RealmModel realm, ProtocolMapperContainerModel holder, ProtocolMapperModel mapper)
            throws ProtocolMapperConfigException {
        if (!(holder instanceof ClientModel)) {
            throw wrong("the ISP contract belongs to one client, not to a shared scope");
        }
        var fault = ContractConfig.of(mapper.getConfig()).fault();
        if (fault.isPresent()) {
            throw wrong(fault.get());
        }
    }

    /** With a key, which the administrators' own texts may translate: Keycloak looks it up without asking whether there is one. */
    private static ProtocolMapperConfigException wrong(String message) {
        return new ProtocolMapperConfigException(message, "ispContractInvalid");
    }

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
        return "Cyberspace ID";
    }

    @Override
    public String getHelpText() {
        return "What was agreed with this ISP: other ways to sign in, sector, exceptions from PKCE, security events, legal basis.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return FORM;
    }
}

package org.cyberspaceid.relyingparty.contract;

import java.net.URI;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.core.networknumber.Sector;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;

/**
 * What an administrator agreed with an ISP beyond Keycloak's own client settings. It is the configuration of one protocol mapper,
 * {@value IspContractMapper#PROVIDER_ID}, because the console shows a mapper's configuration as a form with help texts, checks it in the console
 * and in REST alike, and dynamic registration cannot bring one.
 *
 * @param sector the name that network numbers derive from instead of the client's own host: a service that moved keeps its numbers
 * @param legalBasis why the ISP may be told values, if it may
 * @param nonceInsteadOfPkce a confidential client of older software is held to {@code nonce} instead of PKCE (RFC 9700, 2.1.1)
 * @param conformanceTestUntil the last day, in Asia/Shanghai, on which a confidential client may send neither, as a module of the OpenID
 *     Foundation's conformance suite does; no ISP's service has it
 * @param alternativeSignIn how people can use the service without this ID, as the ISP attested; without it nobody can sign in
 * @param securityEvents where Security Event Tokens go (RFC 8935)
 */
public record IspContract(
        Optional<Sector> sector,
        Optional<LegalBasis> legalBasis,
        boolean nonceInsteadOfPkce,
        Optional<LocalDate> conformanceTestUntil,
        Optional<String> alternativeSignIn,
        Optional<URI> securityEvents) {

    /** The contract of a client; of one that an administrator has not seen yet, an empty one. */
    public static IspContract of(ClientModel client) {
        return ContractConfig.of(config(client)).contract();
    }

    /** What is wrong with the contract as stored, in plain English, for example after an import that asked nobody. */
    public static Optional<String> fault(ClientModel client) {
        return ContractConfig.of(config(client)).fault();
    }

    private static Map<String, String> config(ClientModel client) {
        return client.getProtocolMappersStream()
                .filter(mapper -> IspContractMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .findFirst()
                .map(ProtocolMapperModel::getConfig)
                .orElse(Map.of());
    }
}

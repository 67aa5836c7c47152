package org.cyberspaceid.relyingparty.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;

/** What an administrator agreed with an ISP beyond Keycloak's own fields: the configuration of one mapper on the client itself. */
public final class IspContract {
    private final Map<String, String> config;

    private IspContract(Map<String, String> config) {
        this.config = config;
    }

    /** The client's contract; one that says nothing where there is none. */
    public static IspContract of(ClientModel client) {
        return client.getProtocolMappersStream()
                .filter(mapper -> IspContractMapper.PROVIDER_ID.equals(mapper.getProtocolMapper()))
                .map(ProtocolMapperModel::getConfig)
                .findFirst()
                .map(IspContract::new)
                .orElseGet(() -> new IspContract(Map.of()));
    }

    /** Why it may ask who a person is; empty when it may not. */
    public Optional<LegalBasis> legalBasis() {
        return text(IspContractMapper.LEGAL_BASIS)
                .map(code -> new LegalBasis(
                        code,
                        text(IspContractMapper.LAW).orElse(""),
                        text(IspContractMapper.PURPOSE).orElse(""),
                        text(IspContractMapper.RETENTION).orElse(""),
                        words(text(IspContractMapper.VALUES).orElse(""))));
    }

    private Optional<String> text(String key) {
        return Optional.ofNullable(config.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }
}

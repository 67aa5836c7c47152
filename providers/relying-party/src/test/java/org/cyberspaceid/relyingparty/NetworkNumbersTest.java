package org.cyberspaceid.relyingparty;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.cyberspaceid.core.networknumber.Sector;
import org.cyberspaceid.core.networknumber.SectorRule.Decision;
import org.cyberspaceid.relyingparty.contract.IspContractMapper;
import org.junit.jupiter.api.Test;
import org.keycloak.models.ClientModel;
import org.keycloak.models.ProtocolMapperModel;

/** What a number derives from: the sector and nothing else of the client, so these tests are about the sector. */
class NetworkNumbersTest {
    private static final Decision OLD = new Decision.Known(new Sector("old.example"));

    @Test
    void aServiceThatMovedKeepsItsSector() {
        assertThat(NetworkNumbers.sectorOf(client("a", "https://old.example/back", Map.of())))
                .isEqualTo(OLD);
        assertThat(NetworkNumbers.sectorOf(client("b", "https://new.example/back", Map.of("sector", "old.example"))))
                .isEqualTo(OLD);
        assertThat(NetworkNumbers.sectorOf(client("b", "https://new.example/back", Map.of())))
                .isNotEqualTo(OLD);
    }

    @Test
    void aClientThatWasRegisteredAnewHasTheSectorOfBefore() {
        assertThat(NetworkNumbers.sectorOf(client("another-id", "https://old.example/other/path", Map.of())))
                .isEqualTo(OLD);
        assertThat(NetworkNumbers.sectorOf(client("app", "https://old.example/app", Map.of("sector", ""))))
                .as("an empty field of the console")
                .isEqualTo(OLD);
    }

    private static ClientModel client(String id, String redirectUri, Map<String, String> contract) {
        ProtocolMapperModel mapper = new ProtocolMapperModel();
        mapper.setProtocolMapper(IspContractMapper.PROVIDER_ID);
        mapper.setConfig(new HashMap<>(contract));
        Supplier<Stream<ProtocolMapperModel>> mappers = () -> Stream.of(mapper);
        return Models.of(
                ClientModel.class,
                Map.of(
                        "getId", id,
                        "getRedirectUris", Set.of(redirectUri),
                        "getProtocolMappersStream", mappers));
    }
}

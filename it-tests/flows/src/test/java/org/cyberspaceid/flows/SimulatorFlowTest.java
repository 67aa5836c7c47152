package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.cyberspaceid.sandbox.simulator.Simulator;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the simulator promises comes true: each answer, and each way to an error. */
class SimulatorFlowTest {
    private final World world = World.get();
    private final SimulatorDesk desk = new SimulatorDesk(world.sandbox());

    static Stream<String> errors() {
        return Simulator.errors().stream();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"identity_verified\": true, \"age_over_18\": true}",
                "{\"identity_verified\": false, \"phone_number_verified\": true}"
            })
    void theIspReceivesWhatWasChosen(String claims) {
        JsonNode simulation = desk.order("{\"claims\": " + claims + "}");
        VirtualCitizen person = desk.person(simulation.path("persona"));
        world.letSmsLimitsPass();

        person.signIn(world.button(0));

        JsonNode userinfo = world.received(person, 0).path("userinfo");
        Answers.json(claims)
                .properties()
                .forEach(wanted -> assertThat(userinfo.path(wanted.getKey())).isEqualTo(wanted.getValue()));
        simulation.path("answers").properties().stream()
                .filter(answer -> userinfo.has(answer.getKey()))
                .forEach(answer -> assertThat(userinfo.path(answer.getKey()))
                        .as(answer.getKey())
                        .isEqualTo(answer.getValue()));
    }

    @Test
    void theSamePersonIsThereAgain() {
        String order = "{\"claims\": {\"identity_verified\": false}}";
        JsonNode first = desk.order(order).path("persona");

        assertThat(first.path("mobile").asText()).isNotEmpty();
        assertThat(desk.order(order).path("persona")).isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("errors")
    void theIspSeesTheErrorThatWasChosen(String error) {
        JsonNode simulation = desk.order("{\"error\": \"" + error + "\"}");
        IspBackEnd isp = world.firstIspsBackEnd();
        VirtualCitizen person = desk.person(simulation.path("persona"));
        person.browser().stopBefore(isp.redirectUri());
        world.letSmsLimitsPass();

        person.open(with(isp.signIn(), simulation.path("request")));
        simulation.path("person").forEach(act -> doAct(person, simulation, act.asText()));

        Map<String, String> seen = query(person.at().address());
        assertThat(person.at().address().toString())
                .startsWith(isp.redirectUri().toString());
        simulation
                .path("error")
                .properties()
                .forEach(expected -> assertThat(seen)
                        .containsEntry(expected.getKey(), expected.getValue().asText()));
        assertThat(seen)
                .containsKey("error")
                .containsEntry("state", "s")
                .containsKey("iss")
                .doesNotContainKey("code");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"claims\": {\"age_over_18\": false}} | minors_cannot_enrol",
                "{\"claims\": {\"phone_number_verified\": false}} | mobile_always_verified",
                "{\"claims\": {\"mainland_resident\": false}} | answer_never_given",
                "{\"claims\": {\"age_over_14\": false, \"age_over_18\": true}} | claims_contradict",
                "{\"claims\": {\"favourite_colour\": true}} | claim_unknown",
                "{\"claims\": {\"age_over_18\": \"yes\"}} | request_invalid",
                "{\"error\": \"server_on_fire\"} | error_unknown",
                "{} | request_invalid"
            })
    void whatCannotBeIsRefusedWithItsReason(String order, String code) {
        JsonNode refusal = desk.order(order);

        assertThat(refusal.path("error").asText()).isEqualTo(code);
        assertThat(refusal.path("error_description").asText()).isNotBlank();
    }

    private static void doAct(VirtualCitizen person, JsonNode simulation, String act) {
        JsonNode self = simulation.path("persona");
        switch (act) {
            case "sign_in" ->
                person.typeCredentials(
                        self.path("mobile").asText(), self.path("password").asText());
            case "agree" -> person.consent();
            case "refuse" -> pressTheQuietButton(person);
            case "without_passkey" -> person.press(act);
            case "nothing" -> assertThat(act).isEqualTo("nothing");
            default -> throw new IllegalArgumentException(act);
        }
    }

    private static void pressTheQuietButton(VirtualCitizen person) {
        Element quiet = person.at().html().expectFirst("main form button:not([type])");
        person.submit(Map.of(quiet.attr("name"), quiet.attr("value")));
    }

    private static URI with(URI request, JsonNode more) {
        Map<String, String> parameters = query(request);
        more.properties().forEach(p -> parameters.put(p.getKey(), p.getValue().asText()));
        return URI.create(request.toString().split("\\?", 2)[0] + "?"
                + parameters.entrySet().stream()
                        .map(p -> p.getKey() + "=" + URLEncoder.encode(p.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&")));
    }

    private static Map<String, String> query(URI address) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : address.getRawQuery().split("&", -1)) {
            String[] parts = pair.split("=", 2);
            parameters.put(parts[0], java.net.URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }
}

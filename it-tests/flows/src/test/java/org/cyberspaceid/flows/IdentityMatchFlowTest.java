package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.sandbox.Database;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Names and numbers: compared with one boolean as the answer, or told on a legal basis; written nowhere. */
class IdentityMatchFlowTest {
    private static final String NOBODY = "诸葛无名氏";
    private static final String NO_NUMBER = "E70917354";
    private static final List<String> SCOPES = List.of("age_over_18", "identity_match", "real_identity");

    private static ClaimsWorld world;
    private static List<Person> people;
    private static MatrixIsp isp;
    private static MatrixIsp other;

    @BeforeAll
    static void enrolThem() {
        world = new ClaimsWorld();
        people = MatrixPersona.all().stream().map(MatrixPersona::person).toList();
        world.enrol(people);
        isp = MatrixIsp.register(world.world(), "compares", SCOPES, "name document_number birth_date");
        other = MatrixIsp.register(world.world(), "compares-too", SCOPES, "");
    }

    /** By PostgreSQL's own log of every statement with its values too. */
    @Test
    void theAnswerIsOneBooleanAndThePairStandsNowhere() {
        Person person = people.get(3);
        VirtualCitizen citizen = world.signedIn(person, isp);
        StatementLog statements = new StatementLog(
                world.world().jdbcUrl(), world.world().logFolder().resolve("postgres.log"));
        List<String> written = statements.of("offline_client_session", () -> {
            assertThat(compare(isp, citizen, "OUYANG XIAORONG", number(person))).isEqualTo("true");
            assertThat(compare(isp, citizen, NOBODY, NO_NUMBER)).isEqualTo("false");
        });
        assertThat(written)
                .as("the session is written, in which the request is noted")
                .isNotEmpty();
        Haystack everything = world.world().haystack();
        assertThat(everything.find(Needle.text("name", NOBODY))).isEmpty();
        assertThat(everything.find(Needle.text("number", NO_NUMBER))).isEmpty();
        assertThat(everything.find(Needle.text("own number", number(person)))).isEmpty();
    }

    @Test
    void anIspGuessesFiveTimesAndThenHearsNothing() {
        Person person = people.get(1);
        VirtualCitizen citizen = world.signedIn(person, isp);
        for (int i = 0; i < 5; i++) {
            assertThat(compare(isp, citizen, NOBODY, NO_NUMBER)).isEqualTo("false");
        }
        for (String number : List.of(NO_NUMBER, number(person))) {
            assertThat(compare(isp, citizen, name(person), number)).isEqualTo("access_denied identity_match_limit");
        }
        assertThat(compare(other, world.signedIn(person, other), name(person), number(person)))
                .as("another ISP has guesses of its own")
                .isEqualTo("true");
        world.world().sql("update cid_attempt set expires_at = 0");
        assertThat(compare(isp, citizen, name(person), number(person))).isEqualTo("true");
    }

    @Test
    void whoDoesNotAgreeIsNotCompared() {
        Person person = people.get(4);
        VirtualCitizen citizen = world.signedIn(person, isp);
        citizen.open(isp.pushed(isp.request("openid", pair(name(person), number(person)), "prompt", "consent")));
        citizen.expect(ClaimsWorld.CONSENT);
        citizen.consentWithout("identity_match");
        assertThat(isp.userinfo(isp.tokens(citizen.at().address())).has("identity_match"))
                .isFalse();
        assertThat(count("select 1 from cid_attempt where taken > most")).isZero();
    }

    @Test
    void valuesAreToldAsTickedOnceAndOnlyInUserinfo() {
        Person person = people.get(5);
        VirtualCitizen citizen = world.signedIn(person, isp);
        String claims = "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null},\"claims\":"
                + "{\"name\":null,\"birth_date\":null,\"document_number\":null}}}}";
        for (int i = 0; i < 2; i++) {
            citizen.open(isp.address(isp.request("openid", claims)));
            citizen.consent();
            citizen.expect(ClaimsWorld.VALUES);
            citizen.submit(Map.of("agree-name", "yes", "agree-birth_date", "yes"));
            JsonNode tokens = isp.tokens(citizen.at().address());
            JsonNode told = isp.userinfo(tokens).path("verified_claims");
            assertThat(told.path("claims").path("name").asText()).isEqualTo(name(person));
            assertThat(told.path("claims").path("birth_date").asText())
                    .isEqualTo(person.document().birthDate().toString());
            assertThat(told.path("claims")).hasSize(2);
            assertThat(told.path("verification").path("assurance_level").asText())
                    .isEqualTo("basic");
            assertThat(MatrixIsp.idToken(tokens).has("verified_claims")).isFalse();
        }
        assertThat(world.world().haystack().find(Needle.text("name", name(person))))
                .isEmpty();
    }

    /** Nobody asked for it, it means nothing here, and still it would be in the session that Keycloak writes down. */
    @Test
    void aNameThatAnIspPutIntoAQueryIsNotKept() {
        String name = "诸葛未问";
        VirtualCitizen citizen = world.signedIn(people.get(7), isp);
        String claims = "{\"userinfo\":{\"age_over_18\":null,\"nickname\":{\"value\":\"" + name + "\"}}}";
        citizen.open(isp.address(isp.request("openid", claims)));
        citizen.consent();
        assertThat(isp.userinfo(isp.tokens(citizen.at().address())).has("age_over_18"))
                .isTrue();
        assertThat(world.world().haystack().find(Needle.text("name", name))).isEmpty();
    }

    /** {@code true}, {@code false}, or error and description. */
    private static String compare(MatrixIsp isp, VirtualCitizen citizen, String name, String number) {
        citizen.open(isp.pushed(isp.request("openid", pair(name, number))));
        citizen.consent();
        Map<String, String> response = ClaimsWorld.response(citizen);
        if (response.containsKey("error")) {
            return response.get("error") + " " + response.get("error_description");
        }
        JsonNode tokens = isp.tokens(citizen.at().address());
        assertThat(MatrixIsp.idToken(tokens).has("identity_match")).isFalse();
        JsonNode userinfo = isp.userinfo(tokens);
        assertThat(userinfo.has("verified_claims")).isFalse();
        return userinfo.path("identity_match").asText();
    }

    private static String pair(String name, String number) {
        return "{\"userinfo\":{\"verified_claims\":{\"verification\":{\"trust_framework\":null},\"claims\":{\"name\":"
                + "{\"value\":\"" + name + "\"},\"document_number\":{\"value\":\"" + number + "\"}}}}}";
    }

    private static String name(Person person) {
        return person.document().name().inDocument();
    }

    private static String number(Person person) {
        return person.document().number().value();
    }

    private static int count(String query) {
        return new Database(world.world().jdbcUrl()).query(query).size();
    }
}

package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.core.networknumber.NetworkNumber;
import org.cyberspaceid.sandbox.citizen.PageView;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** The citizen's own page: which ISPs, taking consent back, another number, sign out everywhere; and the help desks' page beside it. */
class MyServicesFlowTest {
    private static final Portrait SELF = Portraits.all().get(4);

    private final World world = World.get();
    private final PairwiseTable rows = new PairwiseTable(world.jdbcUrl());

    @Test
    void listsTheServicesWithTheirNumbersAndForgetsTheOneThatWasTakenBack() {
        VirtualCitizen citizen = atBoth();
        List<String> numbers = List.of(subject(citizen, 0), subject(citizen, 1));
        PageView list = openList(citizen);
        assertThat(numbersOn(list)).containsExactlyInAnyOrderElementsOf(numbers).doesNotHaveDuplicates();
        assertThat(list.address().getQuery())
                .as("the code is not left in the address")
                .isNull();

        long before = rows.count();
        String first = serviceWith(list, numbers.get(0));
        citizen.submit(Map.of("service", first, "action", "open"));
        citizen.goOn("my-service");
        assertThat(citizen.at().address()).hasToString(address() + "?done=withdrawn");
        assertThat(numbersOn(citizen.at())).containsExactly(numbers.get(1));
        assertThat(rows.count()).isEqualTo(before - 1);

        citizen.open(world.button(0));
        world.letSmsLimitsPass();
        citizen.typeCredentials(world.mobileOf(citizen), world.passwordOf(citizen));
        citizen.expect("isp-consent");
        citizen.consent();
        assertThat(subject(citizen, 0)).as("the number is still the same").isEqualTo(numbers.get(0));
    }

    @Test
    void anotherNumberAtOneServiceIsNoneOfTheOthersBusiness() {
        VirtualCitizen citizen = atBoth();
        List<String> before = List.of(subject(citizen, 0), subject(citizen, 1));
        citizen.submit(Map.of("service", serviceWith(openList(citizen), before.get(0)), "action", "open"));
        citizen.press("renew");
        citizen.expect("my-service-renew");
        assertThat(subject(citizen, 0)).as("asked first").isEqualTo(before.get(0));

        citizen.submit(Map.of("service", serviceWith(openList(citizen), before.get(0)), "action", "open"));
        citizen.press("renew");
        citizen.goOn("my-service-renew");
        assertThat(numbersOn(citizen.at())).contains(before.get(1)).doesNotContain(before.get(0));
        String after = subject(citizen, 0);
        assertThat(after).isNotIn(before);
        assertThat(subject(citizen, 1)).isEqualTo(before.get(1));
        assertThat(rows.content())
                .as("a copy of the table")
                .doesNotContain("demo-isp", world.vault().newestUser());
    }

    @Test
    void anotherSitesFormChangesNothing() {
        VirtualCitizen citizen = atBoth();
        PageView list = openList(citizen);
        String service = serviceWith(list, numbersOn(list).get(0));
        for (String token : List.of("", "forged", service)) {
            PageView after = citizen.browser()
                    .post(address(), Map.of("form_token", token, "service", service, "action", "withdraw"));
            assertThat(numbersOn(after)).hasSize(2);
        }
    }

    @Test
    void signsOutEverywhere() {
        VirtualCitizen citizen = atBoth();
        openList(citizen);
        PageView after = citizen.submit(Map.of());
        assertThat(after.address()).hasToString(address() + "/signed-out");
        assertThat(after.is("info")).isTrue();
        for (URI next : List.of(world.button(0), world.button(1), address())) {
            assertThat(citizen.open(next).is("login")).as(next.toString()).isTrue();
        }
    }

    @Test
    void aHelpDeskCanCheckANumberAndLearnsNothingElse() {
        VirtualCitizen anybody = world.citizen(SELF);
        String number = NetworkNumber.of(new byte[16]).value();
        URI page = URI.create(realm() + "/network-number");
        anybody.open(page);
        anybody.submit(Map.of("number", number.toLowerCase(java.util.Locale.ROOT)));
        assertThat(anybody.at().html().select("[role=status] .number").text().replaceAll("[ -]", ""))
                .isEqualTo(number);
        assertThat(anybody.at().address()).isEqualTo(page);
        anybody.submit(Map.of("number", number.substring(1) + "2"));
        assertThat(anybody.at().problem()).contains("network_number_mistyped");
    }

    private VirtualCitizen atBoth() {
        VirtualCitizen citizen = world.citizen(SELF);
        citizen.enrol(world.button(0));
        citizen.signIn(world.button(1));
        return citizen;
    }

    /** The number an ISP gets now; signs in there again. */
    private String subject(VirtualCitizen citizen, int isp) {
        world.letSmsLimitsPass();
        citizen.signIn(world.button(isp));
        return world.received(citizen, isp).path("sub").asText();
    }

    private PageView openList(VirtualCitizen citizen) {
        world.letSmsLimitsPass();
        citizen.signIn(address());
        citizen.expect("my-services");
        return citizen.at();
    }

    private static List<String> numbersOn(PageView list) {
        return list.html().select(".services .number").eachText().stream()
                .map(text -> text.replaceAll("[ -]", ""))
                .toList();
    }

    private static String serviceWith(PageView list, String number) {
        return list.html().select(".services > li").stream()
                .filter(li -> li.select(".number").text().replaceAll("[ -]", "").equals(number))
                .map(li -> li.select("button[name=service]").attr("value"))
                .findFirst()
                .orElseThrow();
    }

    private URI address() {
        return URI.create(realm() + "/my-services");
    }

    private String realm() {
        return world.firstIspsBackEnd().signIn().toString().split("/protocol/")[0];
    }
}

package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.representations.idm.RealmRepresentation;

/** Every page of ours, and how it is served. A page that the walks do not come by fails the test. */
class EveryPageFlowTest {
    private static final Portrait SELF = Portraits.all().get(1);
    private static final Portrait OTHER = Portraits.all().get(0);
    private static final Path TEMPLATES = Path.of("../../themes/src/main/resources/theme/cyberspace-id/login");
    private static final Duration HALF_AN_HOUR = Duration.ofMinutes(30);
    private static final Duration HALF_A_DAY = Duration.ofHours(12);

    private final World world = World.get();
    private final PlayedIsp isp = PlayedIsps.register(world, "pages-" + System.nanoTime(), "localhost");
    private final PageRules rules = new PageRules(URI.create(world.issuer()).getAuthority());

    @AfterEach
    void close() {
        isp.close();
    }

    @Test
    void everyPageIsServedByTheSameRules() throws IOException {
        Walk walk = new Walk(world, isp, rules);
        SignInWalk signIn = new SignInWalk(walk, SELF, OTHER);
        new OwnIdWalk(walk).of(signIn.walk());
        signIn.end();
        new RecoveryWalk(walk, OTHER).walk();

        System.out.println("pages served: " + rules.pages() + ", templates: "
                + rules.templates().size() + ", cookies: " + rules.cookies());
        assertThat(rules.broken()).isEmpty();
        assertThat(rules.templates()).isEqualTo(templates());
        assertThat(rules.cookies())
                .containsExactlyInAnyOrder(
                        "__Secure-AUTH_SESSION_ID",
                        "__Secure-KC_RESTART",
                        "__Secure-KC_STATE_CHECKER",
                        "__Secure-CID_SESSION",
                        "__Secure-CID_DEVICE",
                        "__Secure-CID_SCAN",
                        "__Secure-KEYCLOAK_LOCALE");
    }

    @Test
    void aSessionEndsWhenNobodyUsesItAndAfterHalfADayAnyway() {
        try (Keycloak admin = world.admin()) {
            RealmRepresentation realm = admin.realm("cyberspace-id").toRepresentation();
            assertThat(realm.getSsoSessionIdleTimeout()).isEqualTo((int) HALF_AN_HOUR.toSeconds());
            assertThat(realm.getSsoSessionMaxLifespan()).isEqualTo((int) HALF_A_DAY.toSeconds());
            assertThat(realm.getClientSessionIdleTimeout())
                    .as("no longer than the session")
                    .isZero();
            assertThat(realm.getClientSessionMaxLifespan()).isZero();
            assertThat(realm.isRememberMe()).isFalse();
            assertThat(realm.getAccessCodeLifespanLogin()).isEqualTo((int) HALF_AN_HOUR.toSeconds());
            assertThat(realm.getAccessTokenLifespan()).isEqualTo(300);
        }
    }

    /** Those of pages: the libraries have no call of the frame's page, or define macros only. */
    private static Set<String> templates() throws IOException {
        try (Stream<Path> files = Files.list(TEMPLATES)) {
            return files.filter(EveryPageFlowTest::isPage)
                    .map(file -> file.getFileName().toString().replaceFirst("\\.ftl$", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static boolean isPage(Path file) {
        try {
            return file.toString().endsWith(".ftl") && Files.readString(file).contains("<@layout.page ");
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }
}

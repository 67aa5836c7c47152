package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.cyberspaceid.clips.Portrait;
import org.cyberspaceid.clips.Portraits;
import org.cyberspaceid.sandbox.citizen.VirtualCitizen;
import org.junit.jupiter.api.Test;

/** New record keys while people sign in without a pause: nobody fails, nobody's number changes, and everybody ends under the newest key. */
class RotationFlowTest {
    private static final Portrait SELF = Portraits.all().get(4);
    private static final int PEOPLE = 3;
    private static final int ROTATIONS = 4;

    private final World world = World.get();

    @Test
    void nobodyNoticesNewKeys() throws Exception {
        List<VirtualCitizen> people = new ArrayList<>();
        for (int n = 0; n < PEOPLE; n++) {
            VirtualCitizen citizen = world.citizen(SELF);
            citizen.enrol(world.button(0));
            people.add(citizen);
        }
        world.letSmsLimitsPass();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger signIns = new AtomicInteger();
        ExecutorService load = Executors.newFixedThreadPool(PEOPLE);
        try {
            List<Future<?>> loops = new ArrayList<>();
            for (VirtualCitizen citizen : people) {
                loops.add(load.submit(loop(citizen, over, signIns)));
            }
            for (int n = 0; n < ROTATIONS; n++) {
                rotate(signIns);
            }
            over.set(true);
            for (Future<?> loop : loops) {
                loop.get();
            }
        } finally {
            over.set(true);
            load.shutdown();
        }
        System.out.println("rotations: " + ROTATIONS + ", sign-ins meanwhile: " + signIns + ", failed: 0");
        assertThat(signIns.get()).isGreaterThan(PEOPLE * ROTATIONS);
    }

    /** Signs in again and again; the number must stay. Codes are never asked for: the device is known. */
    private Callable<Void> loop(VirtualCitizen citizen, AtomicBoolean over, AtomicInteger signIns) {
        String number = world.received(citizen, 0).path("sub").asText();
        world.remember(citizen);
        return () -> {
            while (!over.get()) {
                citizen.browser().forgetEverythingBut(World.DEVICE_COOKIE);
                citizen.signIn(world.button(0));
                assertThat(world.received(citizen, 0).path("sub").asText()).isEqualTo(number);
                signIns.incrementAndGet();
            }
            return null;
        };
    }

    /** By the operator's tool; the server sees it by itself, and seals everybody anew. */
    private void rotate(AtomicInteger signIns) {
        int before = signIns.get();
        world.vaultKeys("rotate-records");
        String newest = world.vault().newestRecordKey();
        world.eventually(Duration.ofSeconds(60), () -> {
            assertThat(world.vault().recordKeysInUse()).containsExactly(newest);
            assertThat(signIns.get()).as("sign-ins meanwhile").isGreaterThan(before + PEOPLE);
        });
    }
}

package org.cyberspaceid.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.cyberspaceid.document.TrustAnchors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class ReloadingTrustTest {
    private static final Duration OFTEN = Duration.ofMillis(5);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    Path folder;

    private final AtomicInteger loads = new AtomicInteger();
    private final BlockingQueue<TrustState> reports = new LinkedBlockingQueue<>();
    private volatile String print = "one";
    private volatile TrustAnchors next;

    @BeforeEach
    void makeAnchors() throws IOException {
        next = someAnchors();
    }

    @Test
    void theFirstRequestWaitsForTheFirstLoading() {
        TrustAnchors first = next;
        try (ReloadingTrust trust = started(this::load, PATIENCE)) {
            assertThat(trust.current()).isSameAs(first);
            assertThat(trust.state().failure()).isEmpty();
        }
    }

    @Test
    void whatDidNotChangeIsNotLoadedAgain() throws InterruptedException {
        try (ReloadingTrust trust = started(this::load, PATIENCE)) {
            letItLook(5);
            assertThat(loads).hasValue(1);
            assertThat(trust.current()).isNotNull();
        }
    }

    @Test
    void whatChangedIsLoadedAndTakesThePlaceOfTheOld() throws Exception {
        try (ReloadingTrust trust = started(this::load, PATIENCE)) {
            TrustAnchors old = trust.current();
            next = someAnchors();
            print = "two";
            letItLook(3);
            assertThat(trust.current()).isSameAs(next).isNotSameAs(old);
            assertThat(loads).hasValue(2);
        }
    }

    @Test
    void whatIsInUseStaysWhenTheNextCannotBeLoadedAndItIsTriedAgain() throws Exception {
        try (ReloadingTrust trust = started(this::load, PATIENCE)) {
            TrustAnchors old = trust.current();
            next = null;
            print = "two";
            letItLook(3);
            assertThat(trust.current()).isSameAs(old);
            assertThat(trust.state().failure()).contains("broken file");
            next = someAnchors();
            letItLook(3);
            assertThat(trust.current()).as("no change of the folder was needed").isSameAs(next);
            assertThat(trust.state().failure()).isEmpty();
        }
    }

    @Test
    void withoutAnyARequestIsToldWhy() {
        next = null;
        try (ReloadingTrust trust = started(this::load, PATIENCE)) {
            assertThatThrownBy(trust::current)
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("broken file");
            assertThat(trust.state().content()).isEmpty();
        }
    }

    @Test
    void aRequestDoesNotWaitForEver() {
        CountDownLatch never = new CountDownLatch(1);
        Supplier<TrustAnchors> slow = () -> {
            try {
                never.await();
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException("closed");
        };
        try (ReloadingTrust trust = started(slow, Duration.ofMillis(20))) {
            assertThatThrownBy(trust::current).hasMessageContaining("still being loaded");
        }
    }

    @Test
    void aFaultInTheLookDoesNotEndTheLooking() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        Supplier<String> faulty = () -> {
            if (looks.incrementAndGet() == 1) {
                throw new IllegalStateException("a fault");
            }
            return print;
        };
        try (ReloadingTrust trust = new ReloadingTrust(this::load, faulty, reports::add, PATIENCE, Clock.systemUTC())) {
            trust.start(OFTEN);
            letItLook(1);
            assertThat(trust.current()).isSameAs(next);
        }
    }

    private ReloadingTrust started(Supplier<TrustAnchors> source, Duration patience) {
        ReloadingTrust trust = new ReloadingTrust(source, () -> print, reports::add, patience, Clock.systemUTC());
        trust.start(OFTEN);
        return trust;
    }

    private TrustAnchors load() {
        loads.incrementAndGet();
        if (next == null) {
            throw new IllegalArgumentException("broken file");
        }
        return next;
    }

    private void letItLook(int times) throws InterruptedException {
        reports.clear();
        for (int i = 0; i < times; i++) {
            assertThat(reports.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private TrustAnchors someAnchors() throws IOException {
        Path empty = Files.createTempDirectory(folder, "empty");
        return TrustAnchors.load(empty, empty, empty);
    }
}

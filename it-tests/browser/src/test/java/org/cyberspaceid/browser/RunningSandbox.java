package org.cyberspaceid.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cyberspaceid.harness.FaceWorker;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.sandbox.IspKnowledge;
import org.cyberspaceid.sandbox.Sandbox;
import org.cyberspaceid.sandbox.SandboxSettings;
import org.cyberspaceid.virtual.SandboxAuthority;
import org.cyberspaceid.virtual.VirtualDocument;
import org.keycloak.admin.client.Keycloak;

/** The sandbox on free ports and a Chromium beside it, for all browser tests. */
final class RunningSandbox {
    private static RunningSandbox started;

    private final Sandbox sandbox = Sandbox.start(settings(), System.out);
    private final Playwright playwright =
            Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    private final Browser chromium = playwright
            .chromium()
            .launch(new BrowserType.LaunchOptions()
                    .setExecutablePath(browserPath())
                    .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));

    private RunningSandbox() {
        Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "browser-tests-close"));
    }

    static synchronized RunningSandbox get() {
        if (started == null) {
            started = new RunningSandbox();
        }
        return started;
    }

    String desk() {
        return sandbox.ready().desk().toString();
    }

    String issuer() {
        return sandbox.ready().issuer();
    }

    List<String> isps() {
        return sandbox.ready().isps().stream().map(Object::toString).toList();
    }

    /** Where administrators work. */
    String console() {
        return sandbox.harness().localUrl() + "/admin/master/console/#/cyberspace-id";
    }

    String adminUser() {
        return sandbox.harness().adminUser();
    }

    String adminPassword() {
        return sandbox.harness().adminPassword();
    }

    Keycloak admin() {
        return Keycloak.getInstance(sandbox.harness().localUrl(), "master", adminUser(), adminPassword(), "admin-cli");
    }

    /** What an ISP knows, introspection included. */
    IspKnowledge knowledge(int isp, JsonNode received) {
        return IspKnowledge.of(sandbox, isp, received);
    }

    /** A fresh browser profile with a camera. */
    BrowserContext browser(String camera) {
        BrowserContext context = chromium.newContext(new Browser.NewContextOptions().setLocale("zh-CN"));
        context.setDefaultTimeout(20_000);
        context.addInitScript(camera);
        return context;
    }

    /** The same on a phone: small, and pointed at with a finger. */
    BrowserContext phone() {
        BrowserContext context = chromium.newContext(new Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setIsMobile(true)
                .setHasTouch(true)
                .setViewportSize(390, 844));
        context.setDefaultTimeout(20_000);
        return context;
    }

    /** What issued everybody's documents. */
    SandboxAuthority authority() {
        return SandboxAuthority.openOrCreate(sandbox.harness().folder().resolve("authority"));
    }

    /** A reader that nobody made at the desk's page reads a document; answers its code. */
    String read(String link, VirtualDocument document) {
        return sandbox.desk().claim(URI.create(link), document);
    }

    FaceWorker faceWorker() {
        return sandbox.harness().faceWorker();
    }

    void letSmsLimitsPass() {
        sandbox.letSmsLimitsPass();
    }

    private static SandboxSettings settings() {
        return new SandboxSettings(
                Ports.orFree(0),
                Ports.freePair(),
                Ports.orFree(0),
                Ports.orFree(0),
                Optional.empty(),
                true,
                Path.of("target", "sandbox").toAbsolutePath(),
                false);
    }

    /** Installs a browser where there is none; no browser fails the test. */
    private static Path browserPath() {
        try {
            Process install = new ProcessBuilder(
                            Path.of("install-browser").toAbsolutePath().toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String path = new String(install.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            if (install.waitFor() != 0) {
                throw new IllegalStateException("no browser: see the output of install-browser");
            }
            return Path.of(path);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}

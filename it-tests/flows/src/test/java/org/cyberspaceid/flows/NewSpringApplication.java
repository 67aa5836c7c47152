package org.cyberspaceid.flows;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.tools.ToolProvider;
import org.cyberspaceid.harness.ChildProcess;
import org.cyberspaceid.harness.Java;
import org.cyberspaceid.harness.Ports;
import org.cyberspaceid.harness.Readiness;
import org.cyberspaceid.harness.Repository;

/**
 * An application as start.spring.io makes it (web and OAuth2 client) with what the page says pasted in. The libraries are those that the
 * demo ISP was built with.
 */
final class NewSpringApplication implements AutoCloseable {
    private static final String DEMO_ISP = "it-tests/demo-isp/target/demo-isp-exec.jar";
    private static final String LIBRARIES = "BOOT-INF/lib/";
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String MAIN = """
            package shop;

            import java.util.Map;
            import org.springframework.boot.SpringApplication;
            import org.springframework.boot.autoconfigure.SpringBootApplication;
            import org.springframework.context.annotation.Bean;
            import org.springframework.security.core.annotation.AuthenticationPrincipal;
            import org.springframework.security.oauth2.client.registration.*;
            import org.springframework.security.oauth2.client.web.*;
            import org.springframework.security.oauth2.core.oidc.user.OidcUser;
            import org.springframework.web.bind.annotation.*;

            @SpringBootApplication
            @RestController
            public class Shop {
                public static void main(String[] arguments) {
                    SpringApplication.run(Shop.class, arguments);
                }
                %s
            }
            """;

    private final Path folder;
    private final int port = Ports.orFree(0);
    private ChildProcess process;

    NewSpringApplication(Path folder) {
        this.folder = folder;
    }

    URI at(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    void start(String yaml, String java, String secret) throws IOException {
        Path classes = Files.createDirectories(folder.resolve("shop/classes"));
        Path libraries = Files.createDirectories(folder.resolve("shop/lib"));
        unpack(Repository.built(DEMO_ISP), libraries);
        Files.writeString(classes.resolve("application.yaml"), yaml);
        Path source = Files.writeString(folder.resolve("Shop.java"), MAIN.formatted(java));
        String path = classes + ":" + jars(libraries);
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(
                        null,
                        null,
                        null,
                        "-proc:none",
                        "-parameters",
                        "-cp",
                        path,
                        "-d",
                        classes.toString(),
                        source.toString());
        assertThat(failed).as("what the page says compiles").isZero();
        process = ChildProcess.start(
                "the new Spring application",
                List.of(
                        Java.executable(),
                        "-Xmx128m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        path,
                        "shop.Shop",
                        "--server.port=" + port),
                Map.of("CLIENT_SECRET", secret),
                folder.resolve("shop.log"));
        Readiness.await(process, at("/login"), PATIENCE);
    }

    private static String jars(Path libraries) throws IOException {
        try (Stream<Path> jars = Files.list(libraries)) {
            return jars.map(Path::toString).collect(Collectors.joining(":"));
        }
    }

    private static void unpack(Path jar, Path target) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().matches(LIBRARIES + "[^/]+\\.jar")) {
                    Files.copy(in, target.resolve(entry.getName().substring(LIBRARIES.length())));
                }
            }
        }
    }

    @Override
    public void close() {
        if (process != null) {
            process.stop(Duration.ofSeconds(5));
        }
    }
}

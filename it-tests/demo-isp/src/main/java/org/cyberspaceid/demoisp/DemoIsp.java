package org.cyberspaceid.demoisp;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * An internet service that signs people in with Cyberspace ID. Settings come from the environment: {@code PORT},
 * {@code ISP_NAME}, {@code ISSUER}, {@code CLIENT_ID}, {@code CLIENT_SECRET}, {@code BASE_URL}, {@code COOKIE_NAME}.
 */
@SpringBootApplication
public class DemoIsp {
    public static void main(String[] arguments) {
        SpringApplication.run(DemoIsp.class, arguments);
    }
}

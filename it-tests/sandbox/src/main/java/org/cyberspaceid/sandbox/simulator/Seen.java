package org.cyberspaceid.sandbox.simulator;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * An error response at the ISP's redirect URI (RFC 6749, 4.1.2.1).
 *
 * @param error the OAuth code
 * @param description {@code error_description}, where it is one of our stable codes
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Seen(
        String error, @JsonProperty("error_description") String description) {}

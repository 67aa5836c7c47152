package org.cyberspaceid.face.client;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;

/** What came of a call to the worker. */
sealed interface WorkerAnswer {

    /** It answered 200 with this JSON object. */
    record Answered(JsonNode json) implements WorkerAnswer {}

    /** It is away, slow, busy or broken; worth another try after this time. */
    record Away(Duration retryAfter) implements WorkerAnswer {}
}

package io.ressenti.e2e.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;

/** An HTTP answer. */
public record Reply(int status, String body, HttpHeaders headers) {

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.statusCode(), response.body(), response.headers());
    }

    public JsonNode json() {
        return Json.read(body);
    }

    /** The header's first value; null where it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse(null);
    }
}

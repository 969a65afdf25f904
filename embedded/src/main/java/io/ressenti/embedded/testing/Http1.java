package io.ressenti.embedded.testing;

import java.net.http.HttpClient;

/**
 * Java's HTTP client without HTTP/2. By default it offers an upgrade with the first request of a connection, and now and then takes
 * the plain answer to the second request for a frame of HTTP/2.
 */
public final class Http1 {

    private Http1() {}

    /** A client; to be closed, or kept. */
    public static HttpClient client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    }
}

package io.ressenti.notification.receiver;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WebhookUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.com",
                "http://example.com:8080/a/b?c=d",
                "HTTPS://example.com/",
                "https://[2606:2800::1]/hook"
            })
    void addressesOfTheWebPass(String url) {
        assertThat(WebhookUrl.fault(url)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://example.com          | must begin with https://",
                "file:///etc/passwd         | must begin with https://",
                "example.com/hook           | must begin with https://",
                "https:///hook              | names no host",
                "https://exa mple.com       | is not an address",
                "https://example.com:70000/ | names no host, or a port",
                "https://me:pw@example.com/ | holds a user or password",
                "https://example.com/#here  | has a fragment"
            })
    void othersAreNamed(String url, String fault) {
        assertThat(WebhookUrl.fault(url)).get().asString().contains(fault);
    }
}

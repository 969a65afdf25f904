package io.ressenti.notification.delivery.email;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

class PublicUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"ressenti.example.com", "http://ressenti_front:8080", "ftp://ressenti.example.com", "/", ""})
    void whatAMailCannotLinkToIsRefused(String address) {
        assertThatThrownBy(() -> new PublicUrl(URI.create(address)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("RESSENTI_PUBLIC_URL");
    }
}

package io.ressenti.notification.receiver;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk@example.com",
                "first.last+alerts@mail.example.co.uk",
                "o'brien@example.com",
                "desk@localhost",
                "desk@xn--bcher-kva.example"
            })
    void mailboxesPass(String address) {
        assertThat(EmailAddress.fault(address)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "desk",
                "@example.com",
                "desk@",
                "desk@@example.com",
                "desk@example..com",
                ".desk@example.com",
                "desk..two@example.com",
                "desk@-example.com",
                "desk@example.com.",
                "a@example.com,b@example.com",
                "a@example.com;b@example.com",
                "a@example.com b@example.com",
                "Desk <desk@example.com>",
                "desk(team)@example.com",
                "\"desk two\"@example.com",
                "desk@example.com\r\nBcc: b@example.com",
                "desk@example.com\n",
                "\rdesk@example.com",
                "désk@example.com",
                "desk@exämple.com"
            })
    void othersAreNamed(String address) {
        assertThat(EmailAddress.fault(address)).get().asString().startsWith("This is not an e-mail address.");
    }

    @Test
    void theLengthIsBounded() {
        // Given
        var domain = "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(60) + "." + "d".repeat(6);

        // Then
        assertThat(EmailAddress.fault("a".repeat(64) + "@" + domain)).isEmpty();
        assertThat(EmailAddress.fault("a".repeat(64) + "@" + domain + "d"))
                .contains("The address is longer than 254 characters.");
        assertThat(EmailAddress.fault("a".repeat(65) + "@example.com")).isPresent();
    }
}

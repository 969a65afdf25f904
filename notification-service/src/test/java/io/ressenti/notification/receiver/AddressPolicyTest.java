package io.ressenti.notification.receiver;

import java.net.InetAddress;
import java.net.UnknownHostException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AddressPolicyTest {

    private final AddressPolicy strict = new AddressPolicy(false);
    private final AddressPolicy lenient = new AddressPolicy(true);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "169.254.169.254",
                "169.254.0.1",
                "100.100.100.200",
                "168.63.129.16",
                "0.0.0.0",
                "0.1.2.3",
                "224.0.0.1",
                "255.255.255.255",
                "::",
                "fe80::1",
                "ff02::1",
                "fd00:ec2::254",
                "::ffff:169.254.169.254",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::1",
                "2001:0:4136:e378:8000:63bf:3fff:fdd2"
            })
    void someAddressesAreForbiddenEverywhere(String address) throws UnknownHostException {
        assertThat(strict.allows(InetAddress.getByName(address))).isFalse();
        assertThat(lenient.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.255.255.254",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "100.64.0.1",
                "198.19.0.1",
                "::1",
                "fd12:3456::1",
                "::ffff:127.0.0.1"
            })
    void privateAddressesNeedPermission(String address) throws UnknownHostException {
        assertThat(strict.allows(InetAddress.getByName(address))).isFalse();
        assertThat(lenient.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "93.184.215.14",
                "172.15.255.255",
                "172.32.0.1",
                "100.63.255.255",
                "2606:2800:220:1:248:1893:25c8:1946"
            })
    void publicAddressesAreAllowed(String address) throws UnknownHostException {
        assertThat(strict.allows(InetAddress.getByName(address))).isTrue();
    }

    @Property
    void whatIsForbiddenInIpv4IsForbiddenMappedToIpv6(
            @ForAll @IntRange(max = 255) int a,
            @ForAll @IntRange(max = 255) int b,
            @ForAll @IntRange(max = 255) int c,
            @ForAll @IntRange(max = 255) int d)
            throws UnknownHostException {
        var plain = InetAddress.getByName("%d.%d.%d.%d".formatted(a, b, c, d));
        var mapped = InetAddress.getByName("::ffff:%d.%d.%d.%d".formatted(a, b, c, d));

        assertThat(strict.allows(mapped)).isEqualTo(strict.allows(plain));
    }
}

package io.ressenti.notification.receiver;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * To which addresses the service may connect on somebody's behalf. Without this rule whoever may name a receiver could reach
 * what only the service can: its neighbours, itself, the cloud's metadata (server-side request forgery).
 */
public final class AddressPolicy {

    /** Metadata services and addresses that are no single host: never, wherever the service runs. */
    private static final List<Network> NEVER = networks(
            "0.0.0.0/8",
            "169.254.0.0/16", // link-local, and the metadata service of most clouds
            "100.100.100.200/32", // metadata at Alibaba Cloud
            "168.63.129.16/32", // the platform's own address at Azure
            "192.0.0.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "::/128",
            "fe80::/10",
            "ff00::/8",
            "fd00:ec2::254/128", // metadata at AWS
            // Addresses that carry an IPv4 address which would pass unseen: NAT64, 6to4, Teredo.
            "64:ff9b::/96",
            "64:ff9b:1::/48",
            "2002::/16",
            "2001::/32");

    /** The own machine and private networks: only where the operator says so. */
    private static final List<Network> PRIVATE = networks(
            "127.0.0.0/8",
            "10.0.0.0/8",
            "172.16.0.0/12",
            "192.168.0.0/16",
            "100.64.0.0/10",
            "198.18.0.0/15",
            "::1/128",
            "fc00::/7",
            "fec0::/10");

    private final boolean allowPrivate;

    /** @param allowPrivate whether the own machine and private networks may be connected to */
    public AddressPolicy(boolean allowPrivate) {
        this.allowPrivate = allowPrivate;
    }

    public boolean allows(InetAddress address) {
        return NEVER.stream().noneMatch(network -> network.holds(address))
                && (allowPrivate || PRIVATE.stream().noneMatch(network -> network.holds(address)));
    }

    private static List<Network> networks(String... notations) {
        return java.util.Arrays.stream(notations).map(Network::of).toList();
    }

    /** A network in CIDR notation. */
    private record Network(byte[] address, int prefix) {

        static Network of(String notation) {
            var slash = notation.indexOf('/');
            try {
                var address = InetAddress.getByName(notation.substring(0, slash));
                return new Network(address.getAddress(), Integer.parseInt(notation.substring(slash + 1)));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(notation + " is not a network", e);
            }
        }

        boolean holds(InetAddress candidate) {
            var bytes = candidate.getAddress(); // an IPv4 address mapped to IPv6 has become an IPv4 address by now
            var shift = address.length * Byte.SIZE - prefix;
            return bytes.length == address.length
                    && new BigInteger(1, bytes).shiftRight(shift).equals(new BigInteger(1, address).shiftRight(shift));
        }
    }
}

package io.ressenti.notification.receiver;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Finds the address behind a host's name, and refuses those that must not be connected to. */
@ApplicationScoped
public class Destinations {

    private final AddressPolicy policy;

    Destinations(DestinationConfig config) {
        this.policy = new AddressPolicy(config.allowPrivateAddresses());
    }

    /**
     * Resolves {@code host}. Connect to the address that this gives: resolved once more, the name could lead elsewhere.
     *
     * @return fails with {@link UnknownHostException}, or with {@link ForbiddenDestinationException} where any address of the
     *     host is one that must not be connected to
     */
    public Uni<InetAddress> resolve(String host) {
        return Uni.createFrom()
                .item(() -> lookUp(host))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool()) // the platform's resolver blocks
                .onItem()
                .transformToUni(this::firstIfAllowed);
    }

    private Uni<InetAddress> firstIfAllowed(InetAddress[] addresses) {
        if (addresses.length == 0) {
            return Uni.createFrom().failure(new UnknownHostException());
        }
        return Arrays.stream(addresses).allMatch(policy::allows)
                ? Uni.createFrom().item(addresses[0])
                : Uni.createFrom().failure(new ForbiddenDestinationException());
    }

    /** No address where the name is unknown. */
    private static InetAddress[] lookUp(String host) {
        try {
            return InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            return new InetAddress[0];
        }
    }
}

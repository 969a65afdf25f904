package io.ressenti.notification.receiver;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.problem.Violation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Refuses receivers that could not work, or must not. */
@ApplicationScoped
class ReceiverCheck {

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,62}");

    private final Destinations destinations;

    ReceiverCheck(Destinations destinations) {
        this.destinations = destinations;
    }

    /**
     * Completes where a receiver may be as {@code request} says, and fails with a problem 422 otherwise. A host whose name is
     * not known yet passes: each delivery checks it again.
     */
    Uni<Void> check(String name, PutReceiverRequest request) {
        var faults = faults(name, request);
        if (!faults.isEmpty()) {
            return Uni.createFrom().failure(new ProblemException(Problem.invalid(faults)));
        }
        return destinations
                .resolve(URI.create(request.url()).getHost())
                .onFailure(UnknownHostException.class)
                .recoverWithNull()
                .onFailure(ForbiddenDestinationException.class)
                .transform(failure -> forbidden())
                .replaceWithVoid();
    }

    private static List<Violation> faults(String name, PutReceiverRequest request) {
        List<Violation> faults = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            faults.add(new Violation(
                    "",
                    "The name in the path must have 1 to 63 of a–z, 0–9 and -, and not begin with -. Choose another."));
        }
        WebhookUrl.fault(request.url()).ifPresent(fault -> faults.add(new Violation("/url", fault)));
        if (request.secret() != null && WebhookSecret.key(request.secret()).isEmpty()) {
            faults.add(new Violation(
                    "/secret", "A secret is whsec_ and 24 to 64 bytes in base64. Leave it out to have one generated."));
        }
        return faults;
    }

    private static ProblemException forbidden() {
        return new ProblemException(Problem.invalid(
                "/url",
                "The host leads to an address that receivers may not have: this machine, a private network, or a cloud's"
                        + " metadata. Use a public address, or have the operator set"
                        + " ressenti.notification.webhook.allow-private-addresses."));
    }
}

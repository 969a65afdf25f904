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
    private final MailSetup mail;

    ReceiverCheck(Destinations destinations, MailSetup mail) {
        this.destinations = destinations;
        this.mail = mail;
    }

    /**
     * Completes where a receiver may be as {@code request} says, and fails with a problem 422 otherwise. A host whose name is
     * not known yet passes: each delivery checks it again.
     */
    Uni<Void> check(String name, PutReceiverRequest request) {
        List<Violation> faults = new ArrayList<>();
        if (!NAME.matcher(name).matches()) {
            faults.add(new Violation(
                    "",
                    "The name in the path must have 1 to 63 of a–z, 0–9 and -, and not begin with -. Choose another."));
        }
        faults.addAll(
                switch (request.kind()) {
                    case WEBHOOK -> webhookFaults(request);
                    case EMAIL -> emailFaults(request);
                });
        if (!faults.isEmpty()) {
            return Uni.createFrom().failure(new ProblemException(Problem.invalid(faults)));
        }
        return switch (request.kind()) {
            case WEBHOOK -> checkHost(request.url());
            case EMAIL -> Uni.createFrom().voidItem();
        };
    }

    private Uni<Void> checkHost(String url) {
        return destinations
                .resolve(URI.create(url).getHost())
                .onFailure(UnknownHostException.class)
                .recoverWithNull()
                .onFailure(ForbiddenDestinationException.class)
                .transform(failure -> forbidden())
                .replaceWithVoid();
    }

    private static List<Violation> webhookFaults(PutReceiverRequest request) {
        List<Violation> faults = new ArrayList<>();
        if (request.url() == null || request.url().isBlank()) {
            faults.add(new Violation("/url", "must not be blank"));
        } else {
            WebhookUrl.fault(request.url()).ifPresent(fault -> faults.add(new Violation("/url", fault)));
        }
        if (request.secret() != null && WebhookSecret.key(request.secret()).isEmpty()) {
            faults.add(new Violation(
                    "/secret", "A secret is whsec_ and 24 to 64 bytes in base64. Leave it out to have one generated."));
        }
        refuse("address", request.address(), request, faults);
        refuse("language", request.language(), request, faults);
        return faults;
    }

    private List<Violation> emailFaults(PutReceiverRequest request) {
        List<Violation> faults = new ArrayList<>();
        if (!mail.isComplete()) {
            faults.add(new Violation(
                    "/kind",
                    "This installation sends no e-mail. Have the operator set RESSENTI_SMTP_HOST and RESSENTI_SMTP_FROM, or use"
                            + " a WEBHOOK."));
        }
        if (request.address() == null || request.address().isBlank()) {
            faults.add(new Violation("/address", "must not be blank"));
        } else {
            EmailAddress.fault(request.address()).ifPresent(fault -> faults.add(new Violation("/address", fault)));
        }
        if (request.language() != null && Language.of(request.language()).isEmpty()) {
            faults.add(new Violation("/language", "The language is en or fr. Leave it out for English."));
        }
        refuse("url", request.url(), request, faults);
        refuse("secret", request.secret(), request, faults);
        return faults;
    }

    /** A field of the other kind: whoever sends it expects something that would not happen. */
    private static void refuse(String field, String value, PutReceiverRequest request, List<Violation> faults) {
        if (value != null) {
            faults.add(new Violation(
                    "/" + field, "A receiver of kind " + request.kind() + " has no " + field + ". Remove it."));
        }
    }

    private static ProblemException forbidden() {
        return new ProblemException(Problem.invalid(
                "/url",
                "The host leads to an address that receivers may not have: this machine, a private network, or a cloud's"
                        + " metadata. Use a public address, or have the operator set"
                        + " ressenti.notification.webhook.allow-private-addresses."));
    }
}

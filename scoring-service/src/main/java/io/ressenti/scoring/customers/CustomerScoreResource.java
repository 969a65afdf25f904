package io.ressenti.scoring.customers;

import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.scoring.customers.CustomerScoreView.SignalView;
import io.ressenti.scoring.model.Bands;
import io.ressenti.scoring.model.CustomerKey;
import io.ressenti.scoring.model.Rounded;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How one customer stands. */
@Path("/api/v1/customers/{customer}/score")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
@RolesAllowed({Roles.LEAD, Roles.ANALYST})
class CustomerScoreResource {

    private static final int MAX_SIGNALS = 100;
    private static final Duration TREND = Duration.ofDays(30);

    private final CustomerScoreRepository repository;
    private final Caller caller;

    CustomerScoreResource(CustomerScoreRepository repository, Caller caller) {
        this.repository = repository;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "getCustomerScore",
            summary = "A customer's score",
            description = "How the customer experienced the brand and how they remember it (0 to 100), by all "
                    + "identifiers that are the same person's, with the last 100 signals, newest first.")
    @APIResponse(
            responseCode = "200",
            description = "How the customer stands.",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = CustomerScoreView.class),
                            examples = @ExampleObject(name = "at-risk", externalValue = "customer-score.json")))
    @APIResponse(responseCode = "404", description = "Nothing is known of this customer.")
    public Uni<CustomerScoreView> score(@PathParam("customer") String customer) {
        if (customer.indexOf('\0') >= 0) {
            throw unknown(); // PostgreSQL cannot even be asked for it
        }
        var key = new CustomerKey(caller.brand(), customer);
        var asOf = Instant.now();
        return repository
                .person(key)
                .map(found -> found.orElseThrow(CustomerScoreResource::unknown))
                .chain(person -> view(key, person, asOf));
    }

    private Uni<CustomerScoreView> view(CustomerKey key, Person person, Instant asOf) {
        return Uni.combine()
                .all()
                .unis(repository.experiencedAt(person, asOf.minus(TREND)), repository.newest(person, MAX_SIGNALS))
                .with((before, signals) -> view(key, person, asOf, before, signals));
    }

    private static CustomerScoreView view(
            CustomerKey key, Person person, Instant asOf, OptionalDouble before, List<SignalView> signals) {
        var score = person.score();
        var experienced = score.experienced().orElseThrow();
        return new CustomerScoreView(
                key.customer(),
                person.key().customer(),
                person.identifiers(),
                experienced,
                score.remembered().orElseThrow(),
                Bands.of(experienced, score.bestStated()),
                score.n(),
                score.effectiveN(),
                before.isPresent() ? Rounded.of(experienced - before.getAsDouble()) : null,
                asOf,
                signals);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.notFound("Nothing is known of this customer yet: no event of theirs says "
                + "anything about their experience. Check the identifier."));
    }
}

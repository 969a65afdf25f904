package io.ressenti.touchpoint.customers;

import io.ressenti.contracts.CustomerEvent;
import io.ressenti.contracts.CustomersMerged;
import io.ressenti.contracts.CustomersUnmerged;
import io.ressenti.contracts.Topics;
import io.ressenti.platform.event.EventCodec;
import io.ressenti.platform.event.EventPublisher;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.ressenti.touchpoint.customers.model.Person;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Whose an identifier is, and who is to be forgotten. */
@Path("/api/v1/customers/{customer}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Customers")
class CustomerResource {

    private final EventPublisher publisher;
    private final CustomerLinks links;
    private final CustomerEraser eraser;
    private final Caller caller;

    CustomerResource(EventPublisher publisher, CustomerLinks links, CustomerEraser eraser, Caller caller) {
        this.publisher = publisher;
        this.links = links;
        this.eraser = eraser;
        this.caller = caller;
    }

    @POST
    @Path("merge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICATION)
    @Operation(
            operationId = "mergeCustomer",
            summary = "Says that an identifier is another customer's",
            description = """
                    From then on both are one person, with one history and one score. Of all that is said about an identifier the
                    last by occurredAt holds, in whatever order it comes. The same source and id again count once. A person may be known
                    by 200 identifiers.""")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "login", externalValue = "merge.json")))
    @APIResponseSchema(
            value = StatementView.class,
            responseCode = "202",
            responseDescription = "It is on Kafka, on all in-sync replicas.")
    @APIResponse(
            responseCode = "422",
            description =
                    "A rule is broken, both are the same (`invalid`), the time lies ahead (`future-time`), or the persons"
                            + " of both have more than 200 identifiers together (`too-many-identifiers`).")
    public Uni<Response> merge(
            @PathParam("customer") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE) String customer,
            @NotNull(message = "The body is missing.") @Valid MergeRequest request) {
        if (request.into().equals(customer)) {
            throw new ProblemException(
                    Problem.invalid("/into", "An identifier cannot be merged into itself. Name the one that stays."));
        }
        var now = now();
        var merged = new CustomersMerged(
                request.id(),
                request.source(),
                caller.brand(),
                customer,
                request.into(),
                EventTimes.of(request.occurredAt(), now),
                now);
        return person(merged.brand(), customer)
                .chain(one -> person(merged.brand(), merged.into()).invoke(other -> refuseTooMany(one, other)))
                .chain(() -> publish(merged));
    }

    @POST
    @Path("unmerge")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Roles.APPLICATION)
    @Operation(
            operationId = "unmergeCustomer",
            summary = "Says that an identifier is a customer's own again",
            description = "What was merged into it stays merged into it. History and scores are as if it had never been"
                    + " merged.")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = @ExampleObject(name = "mistake", externalValue = "unmerge.json")))
    @APIResponseSchema(
            value = StatementView.class,
            responseCode = "202",
            responseDescription = "It is on Kafka, on all in-sync replicas.")
    @APIResponse(
            responseCode = "422",
            description = "A rule is broken (`invalid`), or the time lies ahead (`future-time`).")
    public Uni<Response> unmerge(
            @PathParam("customer") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE) String customer,
            @NotNull(message = "The body is missing.") @Valid UnmergeRequest request) {
        var now = now();
        return publish(new CustomersUnmerged(
                request.id(),
                request.source(),
                caller.brand(),
                customer,
                EventTimes.of(request.occurredAt(), now),
                now));
    }

    @DELETE
    @RolesAllowed({Roles.LEAD, Roles.OPERATOR})
    @Operation(operationId = "eraseCustomer", summary = "Forgets a customer", description = """
                    All that was received of the person until now, under every identifier, is deleted from every service within
                    seconds, and cannot be had back. What is received later counts again.""")
    @APIResponseSchema(
            value = ErasedView.class,
            responseCode = "202",
            responseDescription = "It is stored, and every service hears of it.")
    public Uni<Response> erase(
            @PathParam("customer") @Pattern(regexp = Identifiers.PATTERN, message = Identifiers.RULE) String customer) {
        return eraser.erase(caller.brand(), customer, now())
                .map(person -> new ErasedView(person.root(), person.identifiers()))
                .map(view -> Response.accepted(view).build());
    }

    private Uni<Person> person(String brand, String identifier) {
        return links.person(brand, identifier, Person.MOST_IDENTIFIERS + 1);
    }

    /** By what is known now: what was accepted a moment before may not be. Whoever takes in merges copes with more, only slower. */
    private static void refuseTooMany(Person one, Person other) {
        if (one.tooManyWith(other)) {
            throw new ProblemException(Problem.of(
                    422,
                    "too-many-identifiers",
                    "Too many identifiers would be one person",
                    "The persons of both have more than " + Person.MOST_IDENTIFIERS
                            + " identifiers together, more than anybody has. See whether one of them is a device or an"
                            + " account that many share, and un-merge what does not belong to it."));
        }
    }

    private Uni<Response> publish(CustomerEvent event) {
        return publisher
                .publish(EventCodec.toRecord(Topics.CUSTOMERS, event))
                .map(arrived -> Response.accepted(new StatementView(event.id())).build());
    }

    /** In the microseconds that PostgreSQL keeps. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}

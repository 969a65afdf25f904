package io.ressenti.notification.receiver;

import io.ressenti.platform.http.Page;
import io.ressenti.platform.http.Parameters;
import io.ressenti.platform.problem.Problem;
import io.ressenti.platform.problem.ProblemException;
import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.security.SecureRandom;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;

/** The receivers of the caller's brand. */
@Path("/api/v1/receivers")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Receivers")
@RolesAllowed(Roles.ADMIN)
class ReceiverResource {

    private final ReceiverStore receivers;
    private final ReceiverCheck check;
    private final Caller caller;
    private final SecureRandom random;

    ReceiverResource(ReceiverStore receivers, ReceiverCheck check, Caller caller) {
        this.receivers = receivers;
        this.check = check;
        this.caller = caller;
        this.random = new SecureRandom();
    }

    @GET
    @Operation(operationId = "listReceivers", summary = "All receivers, by name")
    @APIResponse(responseCode = "200", description = "All of them, on one page.")
    public Uni<Page<ReceiverView>> list() {
        return receivers
                .list(caller.brand())
                .map(found -> new Page<>(found.stream().map(ReceiverView::of).toList(), null));
    }

    @GET
    @Path("/{name}")
    @Operation(operationId = "getReceiver", summary = "One receiver, without its secret")
    @APIResponse(responseCode = "200", description = "The receiver.")
    @APIResponse(responseCode = "404", description = "There is no receiver of this name.")
    public Uni<ReceiverView> get(@RestPath String name) {
        return receivers.find(caller.brand(), Parameters.text("name", name)).map(found -> found.map(ReceiverView::of)
                .orElseThrow(ReceiverResource::unknown));
    }

    @PUT
    @Path("/{name}")
    @Operation(
            operationId = "putReceiver",
            summary = "Creates or replaces a receiver; a secret that is generated is shown in this answer only")
    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            examples = {
                                @ExampleObject(name = "webhook", externalValue = "receiver.json"),
                                @ExampleObject(name = "e-mail", externalValue = "receiver-email.json")
                            }))
    @APIResponse(responseCode = "200", description = "It was there, and is now like this.")
    @APIResponse(responseCode = "201", description = "It is new.")
    @APIResponse(responseCode = "409", description = "There is a receiver of this name and of another kind.")
    public Uni<RestResponse<ReceiverView>> put(
            @RestPath String name,
            @Valid @NotNull(message = "The body is missing; send a JSON object.") PutReceiverRequest request) {
        var brand = caller.brand();
        return check.check(name, request)
                .chain(() -> receivers.put(brand, name, request, generatedFor(request.kind())))
                .map(stored -> answer(stored.orElseThrow(ReceiverResource::ofAnotherKind), request));
    }

    @DELETE
    @Path("/{name}")
    @Operation(operationId = "deleteReceiver", summary = "Removes a receiver and what it has not been told yet")
    @APIResponse(responseCode = "204", description = "It is gone.")
    @APIResponse(responseCode = "404", description = "There is no receiver of this name.")
    public Uni<Void> delete(@RestPath String name) {
        return receivers
                .delete(caller.brand(), Parameters.text("name", name))
                .invoke(ReceiverResource::mustHaveBeenThere)
                .replaceWithVoid();
    }

    private String generatedFor(ReceiverKind kind) {
        return switch (kind) {
            case WEBHOOK -> WebhookSecret.generate(random);
            case EMAIL -> null;
        };
    }

    private static RestResponse<ReceiverView> answer(ReceiverStore.Stored stored, PutReceiverRequest request) {
        if (!stored.created()) {
            return RestResponse.ok(ReceiverView.of(stored.receiver()));
        }
        var view = request.secret() == null
                ? ReceiverView.withSecret(stored.receiver())
                : ReceiverView.of(stored.receiver());
        return RestResponse.status(RestResponse.Status.CREATED, view);
    }

    private static void mustHaveBeenThere(boolean deleted) {
        if (!deleted) {
            throw unknown();
        }
    }

    private static ProblemException ofAnotherKind() {
        return new ProblemException(
                Problem.conflict("There is a receiver with this name and of another kind, which it keeps."
                        + " Choose another name, or DELETE that one first, with what it has not been told yet."));
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.notFound(
                "There is no receiver with this name. GET /api/v1/receivers lists those that are there."));
    }
}

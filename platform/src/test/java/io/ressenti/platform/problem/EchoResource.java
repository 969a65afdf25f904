package io.ressenti.platform.problem;

import io.ressenti.platform.security.Caller;
import io.ressenti.platform.security.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.net.ConnectException;
import java.time.Instant;
import java.util.Map;

@Path("/echo")
@RolesAllowed(Roles.ADMIN)
public class EchoResource {

    private final Caller caller;

    EchoResource(Caller caller) {
        this.caller = caller;
    }

    public record Message(
            @NotBlank(message = "Say something.") String text,
            @Max(value = 10, message = "At most 10.") int times,
            Instant at) {}

    @POST
    public Message echo(@Valid Message message) {
        return message;
    }

    @POST
    @Path("/formats")
    @Consumes(MediaType.APPLICATION_JSON)
    public String json(byte[] body) {
        return "json";
    }

    @POST
    @Path("/formats")
    @Consumes("application/x-ndjson")
    public String lines(byte[] body) {
        return "lines";
    }

    @GET
    @Path("/caller")
    public Map<String, String> caller() {
        return Map.of("brand", caller.brand(), "name", caller.name());
    }

    @GET
    @Path("/failure/{kind}")
    public String fail(@PathParam("kind") String kind) throws Exception {
        throw switch (kind) {
            case "away" -> new IllegalStateException(new ConnectException("Connection refused"));
            case "conflict" -> new ProblemException(Problem.conflict("It is taken."));
            default -> new IllegalStateException("secret detail");
        };
    }
}

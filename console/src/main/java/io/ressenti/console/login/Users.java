package io.ressenti.console.login;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ressenti.console.session.Person;
import io.ressenti.credentials.PasswordHash;
import io.ressenti.credentials.User;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The people who may log in, read from a file and read again when it has changed. */
@ApplicationScoped
@RegisterForReflection(targets = User.class)
class Users {

    private final Path file;
    private final ObjectMapper json;
    /** For a name that nobody has, so that a wrong name takes as long as a wrong password. */
    private final String nobodysHash = PasswordHash.ofNobody(new SecureRandom());

    private Map<String, User> byName = Map.of();
    private FileTime readAt;

    Users(LoginConfig config, ObjectMapper json) {
        this.file = config.usersFile();
        this.json = json;
    }

    void start(@Observes StartupEvent started) {
        current();
    }

    /** The person whose name and password these are. Takes a good part of a second of computing: call it on a worker thread. */
    Optional<Person> authenticate(String name, String password) {
        var user = current().get(name);
        boolean matches = PasswordHash.matches(password, user == null ? nobodysHash : user.passwordHash());
        return matches ? Optional.ofNullable(user).map(Users::person) : Optional.empty();
    }

    /** Whether anybody has a password here. */
    boolean anybody() {
        return !current().isEmpty();
    }

    /** Of two people of one name the first may log in: one slip in the file must lock nobody else out. */
    private static User first(User first, User second) {
        Log.errorf("event=users.duplicate brand=%s", first.brand());
        return first;
    }

    private static Person person(User user) {
        return new Person(user.name(), user.displayName(), user.brand(), user.roles());
    }

    private synchronized Map<String, User> current() {
        try {
            var changedAt = Files.getLastModifiedTime(file);
            if (!changedAt.equals(readAt)) {
                var users = json.readValue(Files.readAllBytes(file), new TypeReference<List<User>>() {});
                byName = users.stream()
                        .collect(Collectors.toUnmodifiableMap(User::name, Function.identity(), Users::first));
                readAt = changedAt;
                Log.infof("event=users.loaded count=%d", byName.size());
            }
        } catch (IOException | RuntimeException e) {
            // Those read last stay valid: a file that is being replaced, or holds nonsense, must not lock everybody
            // out.
            Log.errorf(e, "event=users.unreadable file=%s", file);
        }
        return byName;
    }
}

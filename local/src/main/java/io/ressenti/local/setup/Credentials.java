package io.ressenti.local.setup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.credentials.ApiKey;
import io.ressenti.credentials.PasswordHash;
import io.ressenti.credentials.User;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a person needs to use the demo brand. It is made at the first start and stays the same afterwards; keys and people that
 * somebody adds to the files stay too.
 *
 * @param apiKey   may do everything for the brand
 * @param login    a support lead's
 * @param password the lead's
 */
public record Credentials(String apiKey, String login, String password) {

    private static final String BRAND = "demo";
    private static final String KEY_NAME = "local";
    private static final String LEAD = "lead";
    private static final Set<String> ALL_ROLES = Set.of("application", "lead", "analyst", "admin", "operator");
    private static final Set<String> LEAD_ROLES = Set.of("lead", "analyst");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads the credentials, and makes those that are missing. */
    public static Credentials ensure(CredentialFiles files) {
        try {
            PrivateFiles.createDirectory(files.directory());
            var random = new SecureRandom();
            ensureTokenKeys(files);
            return new Credentials(ensureKey(files, random), LEAD, ensureLead(files, random));
        } catch (IOException e) {
            throw new UncheckedIOException("the credentials in " + files.directory() + " cannot be read or written", e);
        }
    }

    private static String ensureKey(CredentialFiles files, SecureRandom random) throws IOException {
        var key = readOrCreate(files.demoKey(), ApiKey.generate(random));
        var valid = read(files.apiKeys(), new TypeReference<List<ApiKey>>() {});
        var hash = ApiKey.hash(key);
        if (valid.stream().noneMatch(known -> known.sha256().equals(hash))) {
            var mine = new ApiKey(KEY_NAME, hash, BRAND, ALL_ROLES);
            write(files.apiKeys(), replace(valid, known -> known.name().equals(KEY_NAME), mine));
        }
        return key;
    }

    private static String ensureLead(CredentialFiles files, SecureRandom random) throws IOException {
        var password = readOrCreate(files.leadPassword(), newPassword(random));
        var people = read(files.users(), new TypeReference<List<User>>() {});
        Predicate<User> isLead = user -> user.name().equals(LEAD);
        if (people.stream().noneMatch(isLead.and(user -> PasswordHash.matches(password, user.passwordHash())))) {
            var lead = new User(LEAD, "Lead", BRAND, LEAD_ROLES, PasswordHash.of(password, random));
            write(files.users(), replace(people, isLead, lead));
        }
        return password;
    }

    private static void ensureTokenKeys(CredentialFiles files) throws IOException {
        if (Files.exists(files.tokenPublicKey()) && Files.exists(files.tokenPrivateKey())) {
            return;
        }
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            var pair = generator.generateKeyPair();
            PrivateFiles.write(
                    files.tokenPrivateKey(),
                    pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            PrivateFiles.write(
                    files.tokenPublicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has RSA", e);
        }
    }

    private static String readOrCreate(Path file, String fresh) throws IOException {
        if (!Files.exists(file)) {
            PrivateFiles.write(file, fresh + "\n");
        }
        return Files.readString(file).strip();
    }

    private static <T> List<T> read(Path file, TypeReference<List<T>> type) throws IOException {
        return Files.exists(file) ? JSON.readValue(Files.readAllBytes(file), type) : List.of();
    }

    private static void write(Path file, Object content) throws IOException {
        PrivateFiles.write(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
    }

    private static <T> List<T> replace(List<T> all, Predicate<T> old, T fresh) {
        List<T> replaced = new ArrayList<>(all.stream().filter(old.negate()).toList());
        replaced.add(fresh);
        return replaced;
    }

    /** 96 random bits: as strong as needed, and short enough to be typed. */
    private static String newPassword(SecureRandom random) {
        var bytes = new byte[12];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String pem(String kind, byte[] der) {
        var base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
        return "-----BEGIN " + kind + "-----\n" + base64 + "\n-----END " + kind + "-----\n";
    }
}

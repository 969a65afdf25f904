package io.ressenti.local.setup;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ressenti.credentials.ApiKey;
import io.ressenti.credentials.PasswordHash;
import io.ressenti.credentials.User;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class CredentialsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path directory;

    private CredentialFiles files;

    @BeforeEach
    void locate() {
        files = new CredentialFiles(directory.resolve("credentials"));
    }

    @Test
    void theServicesKnowTheKeyByItsHashOnly() throws Exception {
        // When
        var credentials = Credentials.ensure(files);

        // Then
        assertThat(keys())
                .containsExactly(new ApiKey(
                        "local",
                        ApiKey.hash(credentials.apiKey()),
                        "demo",
                        Set.of("application", "lead", "analyst", "admin", "operator")));
        assertThat(Files.readString(files.apiKeys())).doesNotContain(credentials.apiKey());
    }

    @Test
    void theConsoleKnowsTheLeadByTheHashOfThePassword() throws Exception {
        // When
        var credentials = Credentials.ensure(files);

        // Then
        var people = JSON.readValue(files.users().toFile(), new TypeReference<List<User>>() {});
        assertThat(people).singleElement().satisfies(lead -> {
            assertThat(lead.name()).isEqualTo(credentials.login());
            assertThat(lead.brand()).isEqualTo("demo");
            assertThat(PasswordHash.matches(credentials.password(), lead.passwordHash()))
                    .isTrue();
        });
    }

    @Test
    void thePublicKeyChecksWhatThePrivateKeySigned() throws Exception {
        // Given
        Credentials.ensure(files);
        var rsa = KeyFactory.getInstance("RSA");
        var signer = Signature.getInstance("SHA256withRSA");
        signer.initSign(rsa.generatePrivate(new PKCS8EncodedKeySpec(der(files.tokenPrivateKey()))));
        signer.update("token".getBytes());
        var signature = signer.sign();

        // When
        var checker = Signature.getInstance("SHA256withRSA");
        checker.initVerify(rsa.generatePublic(new X509EncodedKeySpec(der(files.tokenPublicKey()))));
        checker.update("token".getBytes());

        // Then
        assertThat(checker.verify(signature)).isTrue();
    }

    @Test
    void nobodyButTheOwnerCanReadThem() throws Exception {
        // When
        Credentials.ensure(files);

        // Then
        assertThat(permissions(files.directory())).isEqualTo("rwx------");
        try (var all = Files.list(files.directory())) {
            assertThat(all).hasSize(6).allSatisfy(file -> assertThat(permissions(file))
                    .isEqualTo("rw-------"));
        }
    }

    @Test
    void theyStayTheSameOverRestarts() throws Exception {
        // Given
        var first = Credentials.ensure(files);
        var signingKey = Files.readString(files.tokenPrivateKey());

        // When
        var second = Credentials.ensure(files);

        // Then
        assertThat(second).isEqualTo(first);
        assertThat(Files.readString(files.tokenPrivateKey())).isEqualTo(signingKey);
    }

    @Test
    void keysThatSomebodyAddedStay() throws Exception {
        // Given a second brand's key
        var first = Credentials.ensure(files);
        var other = new ApiKey("other", ApiKey.hash("rsk_other"), "other", Set.of("lead"));
        var mine = keys().getFirst();
        JSON.writeValue(files.apiKeys().toFile(), List.of(other, mine));

        // When
        Credentials.ensure(files);

        // Then
        assertThat(keys()).containsExactly(other, mine);
        assertThat(first.apiKey()).startsWith(ApiKey.PREFIX);
    }

    @Test
    void aLostKeyIsReplacedAndWorksNoLonger() throws Exception {
        // Given
        var first = Credentials.ensure(files);
        Files.delete(files.demoKey());

        // When
        var second = Credentials.ensure(files);

        // Then
        assertThat(second.apiKey()).isNotEqualTo(first.apiKey());
        assertThat(keys()).extracting(ApiKey::sha256).containsExactly(ApiKey.hash(second.apiKey()));
    }

    private List<ApiKey> keys() throws IOException {
        return JSON.readValue(files.apiKeys().toFile(), new TypeReference<>() {});
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    private static byte[] der(Path pem) throws IOException {
        var base64 = Files.readAllLines(pem).stream()
                .filter(line -> !line.startsWith("-----"))
                .reduce("", String::concat);
        return Base64.getDecoder().decode(base64);
    }
}

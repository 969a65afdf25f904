package io.ressenti.scoring.testing;

import io.ressenti.embedded.testing.RealInfrastructure;
import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/** A Kafka, and a PostgreSQL that also speaks TLS, which the service is told to demand. */
public class TlsInfrastructure extends RealInfrastructure {

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = new HashMap<>(super.start());
        try {
            var folder = Files.createTempDirectory(Path.of("target"), "certificates-")
                    .toAbsolutePath();
            var request = new CertificateRequest()
                    .withName("postgresql")
                    .withCN("localhost")
                    .withFormat(Format.PEM)
                    .withSubjectAlternativeName("DNS:localhost");
            new CertificateGenerator(folder, false).generate(request);
            encrypt(configuration.get("quarkus.datasource.jdbc.url"), folder);
            configuration.put(
                    "RESSENTI_DB_CA", folder.resolve("postgresql-ca.crt").toString());
            return configuration;
        } catch (Exception e) {
            throw new IllegalStateException("PostgreSQL takes no TLS", e);
        }
    }

    private static void encrypt(String url, Path folder) throws SQLException, IOException {
        Files.setPosixFilePermissions(folder.resolve("postgresql.key"), PosixFilePermissions.fromString("rw-------"));
        try (var connection = DriverManager.getConnection(url + "?user=postgres");
                var statement = connection.createStatement()) {
            statement.execute("ALTER SYSTEM SET ssl_cert_file = '" + folder.resolve("postgresql.crt") + "'");
            statement.execute("ALTER SYSTEM SET ssl_key_file = '" + folder.resolve("postgresql.key") + "'");
            statement.execute("ALTER SYSTEM SET ssl = on");
            statement.execute("SELECT pg_reload_conf()");
        }
    }
}

package nl.kindcheck.service.perimeter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import nl.kindcheck.service.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service speaks TLS by settings alone, with a certificate from a file. */
@TestPropertySource(properties = "server.ssl.bundle=web")
class TlsTests extends ServiceTest {

  private static final String PASSWORD = "of-a-made-up-key-store";

  @TempDir private static Path folder;
  @LocalServerPort private int port;

  @DynamicPropertySource
  static void certificate(DynamicPropertyRegistry properties) throws Exception {
    Path store = folder.resolve("web.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "web",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost",
                "-validity",
                "2",
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    String bundle = "spring.ssl.bundle.jks.web.keystore.";
    properties.add(bundle + "location", () -> store.toUri().toString());
    properties.add(bundle + "password", () -> PASSWORD);
  }

  private static SSLContext trusting() throws GeneralSecurityException, IOException {
    KeyStore known = KeyStore.getInstance("PKCS12");
    try (InputStream file = Files.newInputStream(folder.resolve("web.p12"))) {
      known.load(file, PASSWORD.toCharArray());
    }
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("web", known.getCertificate("web"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  private HttpResponse<String> get(HttpClient client, String scheme) throws Exception {
    URI address = URI.create(scheme + "://localhost:" + port + "/actuator/health/liveness");
    return client.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  @Test
  void whoTrustsTheCertificateIsAnsweredAndToldToComeThisWay() throws Exception {
    HttpResponse<String> answer =
        get(HttpClient.newBuilder().sslContext(trusting()).build(), "https");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.sslSession().orElseThrow().getProtocol()).isEqualTo("TLSv1.3");
    assertThat(answer.headers().firstValue("Strict-Transport-Security").orElse(""))
        .startsWith("max-age=");
  }

  @Test
  void whoDoesNotKnowItGoesAway() {
    assertThatThrownBy(() -> get(HttpClient.newHttpClient(), "https"))
        .isInstanceOf(SSLHandshakeException.class);
  }

  @Test
  void anOldProtocolIsNotSpoken() throws Exception {
    SSLParameters old = new SSLParameters();
    old.setProtocols(new String[] {"TLSv1.1"});
    HttpClient client = HttpClient.newBuilder().sslContext(trusting()).sslParameters(old).build();
    assertThatThrownBy(() -> get(client, "https")).isInstanceOf(IOException.class);
  }

  @Test
  void withoutTlsNothingIsAnswered() throws Exception {
    assertThat(get(HttpClient.newHttpClient(), "http").statusCode()).isEqualTo(400);
  }
}

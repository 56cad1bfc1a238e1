package nl.kindcheck.service.platform;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The address at which outsiders know this service. Never taken from a request: a caller could name
 * any.
 *
 * @param publicUrl without a slash at the end, for instance {@code https://kindcheck.example}
 */
@ConfigurationProperties("kindcheck")
public record PublicUrl(URI publicUrl) {

  public PublicUrl {
    if (publicUrl == null || publicUrl.getScheme() == null || publicUrl.toString().endsWith("/")) {
      throw new IllegalArgumentException(
          "Set kindcheck.public-url to the address at which EPDs reach this service, without a"
              + " slash at the end.");
    }
  }

  public String of(String path) {
    return publicUrl + path;
  }
}

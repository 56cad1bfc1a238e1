package nl.kindcheck.demoepd.service;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where Kindcheck is and how long we wait for it.
 *
 * @param serviceUrl its base, without a slash at the end
 * @param hookTimeout the longest wait for advice and status, more than zero
 * @param operationTimeout the longest wait for an action that the user asked for
 */
@ConfigurationProperties("kindcheck")
public record ServiceSettings(URI serviceUrl, Duration hookTimeout, Duration operationTimeout) {

  public ServiceSettings {
    boolean web = "http".equals(serviceUrl.getScheme()) || "https".equals(serviceUrl.getScheme());
    if (!web || serviceUrl.getHost() == null) {
      throw new IllegalArgumentException("kindcheck.service-url must be an http(s) address.");
    }
    if (serviceUrl.toString().endsWith("/")) {
      throw new IllegalArgumentException("kindcheck.service-url must not end with a slash.");
    }
    if (hookTimeout.isNegative() || hookTimeout.isZero()) {
      throw new IllegalArgumentException("kindcheck.hook-timeout must be more than zero.");
    }
    if (operationTimeout.isNegative() || operationTimeout.isZero()) {
      throw new IllegalArgumentException("kindcheck.operation-timeout must be more than zero.");
    }
  }
}

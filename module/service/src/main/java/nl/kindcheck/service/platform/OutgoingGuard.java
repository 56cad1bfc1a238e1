package nl.kindcheck.service.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at each outgoing call twice: at the host before, and at the address as it connects. */
final class OutgoingGuard {

  private static final Logger log = LoggerFactory.getLogger(OutgoingGuard.class);
  private static final Timeout CONNECT = Timeout.ofSeconds(1);
  private static final Timeout WITHIN = Timeout.ofSeconds(4);

  /** One EPD that answers no more must not take the connections of the others. */
  private static final int MOST_OF_A_HOST = 64;

  private final Set<String> hosts = new HashSet<>();
  private final Set<String> privateHosts;
  private final DnsResolver names;

  OutgoingGuard(OutgoingSettings settings, List<URI> registered, DnsResolver names) {
    registered.forEach(address -> hosts.add(host(address)));
    settings.hosts().forEach(host -> hosts.add(host.matches(".*:[0-9]+") ? host : host + ":443"));
    privateHosts = settings.privateHosts();
    this.names = names;
  }

  /** A call is stopped before it leaves. */
  static final class NotAllowed extends IOException {
    private static final long serialVersionUID = 1L;

    NotAllowed(String why) {
      super(why);
    }
  }

  CloseableHttpClient client() {
    return HttpClients.custom()
        .setConnectionManager(
            PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked())
                .setMaxConnPerRoute(MOST_OF_A_HOST)
                .setMaxConnTotal(MOST_OF_A_HOST * Math.max(1, hosts.size()))
                .setDefaultConnectionConfig(
                    ConnectionConfig.custom()
                        .setConnectTimeout(CONNECT)
                        .setSocketTimeout(WITHIN)
                        .setValidateAfterInactivity(TimeValue.ofMilliseconds(100))
                        .setTimeToLive(TimeValue.ofMinutes(5))
                        .build())
                .build())
        .setDefaultRequestConfig(config().build())
        .addExecInterceptorFirst("registered hosts", this::onlyRegistered)
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableCookieManagement()
        .disableAuthCaching()
        // An answer is counted as it comes: one that unpacks to more would pass that limit.
        .disableContentCompression()
        .setUserAgent("Kindcheck")
        .build();
  }

  static RequestConfig.Builder config() {
    return RequestConfig.custom()
        .setRedirectsEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .setConnectionRequestTimeout(WITHIN)
        .setResponseTimeout(WITHIN);
  }

  private ClassicHttpResponse onlyRegistered(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    HttpHost target = scope.route.getTargetHost();
    String key = host(target.getHostName(), target.getPort(), target.getSchemeName());
    if (!hosts.contains(key)) {
      log.warn(
          "A call to {} was stopped: this host is registered neither with an EPD nor in"
              + " kindcheck.outgoing.hosts",
          key);
      throw new NotAllowed("not a registered host");
    }
    return chain.proceed(request, scope);
  }

  private static String host(URI address) {
    return host(String.valueOf(address.getHost()), address.getPort(), address.getScheme());
  }

  private static String host(String name, int port, String scheme) {
    int told = port > 0 ? port : "http".equalsIgnoreCase(scheme) ? 80 : 443;
    return plain(name) + ":" + told;
  }

  private static String plain(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return small.contains(":") && !small.startsWith("[") ? "[" + small + "]" : small;
  }

  /** The address that is looked at here is the one that is connected to. */
  private final class Checked extends SystemDefaultDnsResolver {

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
      InetAddress[] found = names.resolve(host);
      if (!privateHosts.contains(plain(host))) {
        for (InetAddress address : found) {
          if (!PublicAddress.is(address)) {
            log.warn(
                "A call to {} was stopped: its address is inside a network, and the host is not in"
                    + " kindcheck.outgoing.private-hosts",
                host);
            throw new UnknownHostException("not a public address");
          }
        }
      }
      return found;
    }
  }
}

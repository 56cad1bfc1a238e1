package nl.kindcheck.service.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Whether a request comes from this machine.
 *
 * <p>The attacks: a proxy on this machine passes on a stranger's request; a page in a browser on
 * this machine calls us under another name. The rules: the other end is a loopback address, nothing
 * says that the request was passed on, and it was sent to a loopback name.
 */
public final class Loopback {

  /** What a proxy adds. */
  private static final List<String> PASSED_ON =
      List.of(
          "Forwarded",
          "Via",
          "X-Forwarded-For",
          "X-Forwarded-Host",
          "X-Forwarded-Proto",
          "X-Real-IP");

  private Loopback() {}

  public static boolean isFromThisMachine(HttpServletRequest request) {
    boolean passedOn = PASSED_ON.stream().anyMatch(name -> request.getHeader(name) != null);
    return !passedOn && isLoopback(request.getRemoteAddr()) && isLocalName(request.getServerName());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static boolean isLocalName(String name) {
    return name.equals("localhost") || name.equals("127.0.0.1") || name.equals("[::1]");
  }
}

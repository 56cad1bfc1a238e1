package nl.kindcheck.service.platform;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Whether a request comes from this machine.
 *
 * <p>The attacks: a proxy on this machine passes on a stranger's request; a page in a browser on
 * this machine calls us under another name. The rules: the other end is a loopback address, nothing
 * says that the request was passed on, and it was sent to a loopback name.
 */
public final class Loopback {

  private Loopback() {}

  public static boolean isFromThisMachine(HttpServletRequest request) {
    boolean passedOn =
        request.getHeader("Forwarded") != null
            || request.getHeader("X-Forwarded-For") != null
            || request.getHeader("Via") != null;
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

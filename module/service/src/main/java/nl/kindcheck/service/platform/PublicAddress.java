package nl.kindcheck.service.platform;

import java.net.Inet4Address;
import java.net.InetAddress;

/**
 * Tells an address of the public internet from one inside a network, by the registries of
 * special-purpose addresses (RFC 6890). What is in doubt is none of the public.
 */
final class PublicAddress {

  private PublicAddress() {}

  static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) {
      return false;
    }
    byte[] b = address.getAddress();
    return address instanceof Inet4Address ? isPublic4(at(b, 0), at(b, 1), at(b, 2)) : isPublic6(b);
  }

  private static boolean isPublic4(int a, int b, int c) {
    boolean ours = a == 0 || a >= 240;
    // Of a provider's own network, for measuring, for protocols and for examples.
    boolean shared = a == 100 && b >= 64 && b < 128;
    boolean measuring = a == 198 && (b == 18 || b == 19);
    boolean protocols = a == 192 && b == 0 && (c == 0 || c == 2);
    boolean relay = a == 192 && b == 88 && c == 99;
    boolean examples = (a == 198 && b == 51 && c == 100) || (a == 203 && b == 0 && c == 113);
    return !ours && !shared && !measuring && !protocols && !relay && !examples;
  }

  /** Only 2000::/3 is given out; of it not what leads to an IPv4 address, and not the examples. */
  private static boolean isPublic6(byte[] b) {
    int first = at(b, 0) << 8 | at(b, 1);
    int second = at(b, 2) << 8 | at(b, 3);
    boolean givenOut = first >> 13 == 1;
    boolean protocols = first == 0x2001 && second < 0x0200;
    boolean examples =
        (first == 0x2001 && second == 0x0db8) || (first == 0x3fff && second < 0x1000);
    boolean sixToFour = first == 0x2002;
    return givenOut && !protocols && !examples && !sixToFour;
  }

  private static int at(byte[] bytes, int index) {
    return bytes[index] & 0xff;
  }
}

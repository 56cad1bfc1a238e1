package nl.kindcheck.bench.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Locale;

/**
 * One connection that is kept open. A bare socket, because a client that costs as much as the
 * service would be measured along with it on a machine of two cores.
 */
public final class HttpConnection implements AutoCloseable {

  private static final int TIMEOUT_MILLIS = 20_000;

  private final int port;
  private Socket socket;
  private InputStream in;
  private boolean closing;

  /** Calls this machine only. */
  public HttpConnection(int port) throws IOException {
    this.port = port;
    socket = open(port);
    in = buffered(socket);
  }

  private static Socket open(int port) throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout(TIMEOUT_MILLIS);
    return socket;
  }

  private static InputStream buffered(Socket socket) throws IOException {
    return new BufferedInputStream(socket.getInputStream(), 16 * 1024);
  }

  /** An answer. */
  public record Answer(int status, String text) {}

  /** Opens a page as a browser with a session does. */
  public static byte[] get(String path, String cookie) {
    return "GET %s HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/html\r\nCookie: %s\r\n\r\n"
        .formatted(path, cookie)
        .getBytes(ISO_8859_1);
  }

  public static byte[] request(String method, String path, String type, String token, String json) {
    byte[] body = json.getBytes(UTF_8);
    String authorization = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
    byte[] head =
        """
        %s %s HTTP/1.1\r
        Host: 127.0.0.1\r
        Content-Type: %s\r
        %sContent-Length: %d\r
        \r
        """
            .formatted(method, path, type, authorization, body.length)
            .getBytes(ISO_8859_1);
    byte[] request = new byte[head.length + body.length];
    System.arraycopy(head, 0, request, 0, head.length);
    System.arraycopy(body, 0, request, head.length, body.length);
    return request;
  }

  /** One call; on a new connection where the service closed the last one after its answer. */
  public Answer exchange(byte[] request) throws IOException {
    if (closing) {
      socket.close();
      socket = open(port);
      in = buffered(socket);
      closing = false;
    }
    socket.getOutputStream().write(request);
    String status = line();
    int length = 0;
    boolean chunked = false;
    for (String header = line(); !header.isEmpty(); header = line()) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(lower.substring(15).trim());
      } else if (lower.startsWith("transfer-encoding:")) {
        chunked = lower.contains("chunked");
      } else if (lower.startsWith("connection:")) {
        closing = lower.contains("close");
      }
    }
    byte[] body = chunked ? chunks() : exactly(length);
    return new Answer(Integer.parseInt(status.substring(9, 12)), new String(body, UTF_8));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream(2048);
    int size;
    do {
      size = Integer.parseInt(line().trim(), 16);
      body.write(exactly(size));
      line();
    } while (size > 0);
    return body.toByteArray();
  }

  private byte[] exactly(int length) throws IOException {
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException("The answer broke off.");
    }
    return bytes;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("The connection was closed.");
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}

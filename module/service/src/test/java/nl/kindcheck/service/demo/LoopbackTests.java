package nl.kindcheck.service.demo;

import static org.assertj.core.api.Assertions.assertThat;

import nl.kindcheck.service.platform.Loopback;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

/** The demo has no sign-in, so it answers this machine and nobody else. */
class LoopbackTests {

  private static MockHttpServletRequest from(String address, String calledUs) {
    MockHttpServletRequest request = new MockHttpServletRequest();
    request.setRemoteAddr(address);
    request.setServerName(calledUs);
    return request;
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, localhost", "::1, [::1]", "127.0.0.1, 127.0.0.1", "127.8.9.1, localhost"})
  void aCallFromThisMachineIsAnswered(String address, String calledUs) {
    assertThat(Loopback.isFromThisMachine(from(address, calledUs))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"192.168.1.20", "10.0.0.1", "8.8.8.8", "2001:db8::1", "0.0.0.0", "fe80::1"})
  void aCallFromAnotherMachineIsRefused(String address) {
    assertThat(Loopback.isFromThisMachine(from(address, "localhost"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "X-Forwarded-For",
        "Forwarded",
        "Via",
        "x-forwarded-for",
        "X-Forwarded-Host",
        "X-Forwarded-Proto",
        "X-Real-IP"
      })
  void aCallThatWasPassedOnIsRefused(String header) {
    MockHttpServletRequest request = from("127.0.0.1", "localhost");
    request.addHeader(header, "127.0.0.1");
    assertThat(Loopback.isFromThisMachine(request)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "192.168.1.2", ""})
  void aCallUnderAnotherNameIsRefused(String calledUs) {
    assertThat(Loopback.isFromThisMachine(from("127.0.0.1", calledUs))).isFalse();
  }
}

package nl.kindcheck.service.launch;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import nl.kindcheck.service.audit.Doing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * Answers a request that no session allows. A form is never saved here.
 *
 * <p>The attacks: another site sends a form in the clinician's name; whoever sits down at a
 * computer that was left sends one. The rules: nothing is recorded; a draft is kept only for a form
 * that carries the token of the very session that it names, or the unguessable key of a draft that
 * is there; nothing is shown but what was just sent, and nothing of what another site sends: its
 * words would stand on a page of ours.
 */
@Component
class TooLate {

  private final Sessions sessions;
  private final LaunchPages pages;
  private final LateForm form;

  TooLate(Sessions sessions, LaunchPages pages, LateForm form) {
    this.sessions = sessions;
    this.pages = pages;
    this.form = form;
  }

  /** There is no session, or it has ended. */
  void withoutSession(HttpServletRequest request, HttpServletResponse response, Optional<Key> key)
      throws IOException {
    if (!isForm(request)) {
      pages.write(request, response, LaunchPage.NO_SESSION);
      return;
    }
    Optional<LaunchContext> ended =
        key.filter(k -> SessionCsrf.carriesTokenOf(k, request)).flatMap(sessions::ended);
    Locale locale =
        ChosenLanguage.of(request)
            .or(() -> ended.map(LaunchContext::locale))
            .orElseGet(() -> LaunchPages.language(request));
    ended.map(Logged::who).ifPresent(Doing::by);
    if (ended.isPresent() && form.keep(ended.get(), request)) {
      pages.write(request, response, LaunchPage.LATE_KEPT, locale);
    } else {
      back(request, response, LaunchPage.NO_SESSION, LaunchPage.LATE, locale);
    }
  }

  /** The form is of another session than the present one. */
  void ofAnotherSession(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    LaunchContext present = CurrentLaunch.find(request).orElse(null);
    if (present != null && isForm(request) && form.keepAgain(present, request)) {
      response.setStatus(HttpStatus.SEE_OTHER.value());
      response.setHeader(HttpHeaders.LOCATION, request.getRequestURI());
      return;
    }
    Locale locale = ChosenLanguage.of(request).orElseGet(() -> LaunchPages.language(request));
    back(request, response, LaunchPage.OTHER_SESSION, LaunchPage.LATE_OTHER, locale);
  }

  private void back(
      HttpServletRequest request,
      HttpServletResponse response,
      LaunchPage nothing,
      LaunchPage something,
      Locale locale)
      throws IOException {
    boolean ours = isForm(request) && !"cross-site".equals(request.getHeader("Sec-Fetch-Site"));
    List<LateForm.Line> typed = ours ? form.typed(request, locale) : List.of();
    pages.write(request, response, typed.isEmpty() ? nothing : something, locale, typed);
  }

  private static boolean isForm(HttpServletRequest request) {
    return HttpMethod.POST.matches(request.getMethod());
  }
}

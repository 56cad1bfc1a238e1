package nl.kindcheck.service.launch;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.Organisations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds the session of a request for a page; without one says how to open Kindcheck. */
final class SessionFilter extends OncePerRequestFilter {

  private static final Logger log = LoggerFactory.getLogger(SessionFilter.class);
  private static final String KEY = Key.class.getName();
  private static final String EPD = SealedToken.class.getName();

  private final Sessions sessions;
  private final Organisations organisations;
  private final Cookies cookies;
  private final LaunchPages pages;
  private final TooLate late;

  SessionFilter(
      Sessions sessions,
      Organisations organisations,
      Cookies cookies,
      LaunchPages pages,
      TooLate late) {
    this.sessions = sessions;
    this.organisations = organisations;
    this.cookies = cookies;
    this.pages = pages;
    this.late = late;
  }

  /** The key of the session of a request that this filter let through. */
  static Key key(HttpServletRequest request) {
    return find(request).orElseThrow(() -> new IllegalStateException("No session"));
  }

  /** Empty where a request has no session. */
  static Optional<Key> find(HttpServletRequest request) {
    return request.getAttribute(KEY) instanceof Key key ? Optional.of(key) : Optional.empty();
  }

  /** What the EPD gave to read with; null where it gave nothing. */
  static @Nullable SealedToken sealed(HttpServletRequest request) {
    return request.getAttribute(EPD) instanceof SealedToken sealed ? sealed : null;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return request.getServletPath().startsWith("/launch");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Optional<Key> key = Key.parse(cookies.session(request), organisations);
    Optional<Sessions.Live> live;
    try {
      live = key.flatMap(sessions::find);
    } catch (DataAccessException | TransactionException e) {
      log.error("The database did not answer for a session", Traces.withoutMessages(e));
      pages.write(request, response, LaunchPage.BUSY);
      return;
    }
    if (key.isEmpty() || live.isEmpty()) {
      late.withoutSession(request, response, key);
      return;
    }
    LaunchContext launch = live.get().launch();
    request.setAttribute(KEY, key.get());
    request.setAttribute(EPD, live.get().epd());
    CurrentLaunch.set(request, launch);
    Sealed who = live.get().openedFor();
    if (who != null) {
      who.open(OpenedFor.USE, key.get(), launch.epd())
          .map(OpenedFor::unsealed)
          .ifPresent(openedFor -> CurrentLaunch.set(request, openedFor));
    }
    SecurityContext context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(new LaunchedUser(launch));
    SecurityContextHolder.setContext(context);
    rest.doFilter(new InLanguage(request, launch.locale()), response);
  }
}

package nl.kindcheck.service.audit;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.Role;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/** Says of every request what it does, and logs the refusals. The hooks keep their own lines. */
final class AuditFilter extends OncePerRequestFilter {

  private final AuditTrail trail;
  private final Routes routes;
  private final CurrentActor actor;

  AuditFilter(AuditTrail trail, Routes routes, CurrentActor actor) {
    this.trail = trail;
    this.routes = routes;
    this.actor = actor;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    String path = request.getRequestURI();
    return path.startsWith("/cds-services")
        || path.startsWith("/app/static/")
        || path.startsWith("/actuator/");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain rest)
      throws ServletException, IOException {
    Doing doing =
        new Doing(
            () -> routes.find(request.getMethod(), request.getRequestURI()),
            this::signedIn,
            request.getRemoteAddr());
    Doing before = Doing.begin(doing);
    Answer answer = new Answer(response, doing);
    try {
      rest.doFilter(request, answer);
      answer.leaves(response.getStatus());
    } finally {
      Doing.end(before);
    }
  }

  /** Logs a refusal before it leaves, so that whoever got one finds it in the log. */
  private final class Answer extends OnCommittedResponseWrapper {

    private final Doing doing;
    private boolean logged;

    Answer(HttpServletResponse response, Doing doing) {
      super(response);
      this.doing = doing;
    }

    @Override
    protected void onResponseCommitted() {
      leaves(getStatus());
    }

    /** An answer by {@code sendError} is written after this filter, and is looked at there. */
    void leaves(int status) {
      if (!logged && status >= 400 && status < 500) {
        logged = true;
        trail.refused(doing, status);
      }
    }
  }

  /** With a bearer token or below the office; a launched session says itself whose it is. */
  private Optional<Doing.Who> signedIn() {
    return actor
        .find()
        .map(
            a ->
                new Doing.Who(
                    actor.tenant().orElse(null),
                    a,
                    a.role() == Role.SYSTEM ? Ground.SCOPE : Ground.ROLE,
                    null));
  }
}

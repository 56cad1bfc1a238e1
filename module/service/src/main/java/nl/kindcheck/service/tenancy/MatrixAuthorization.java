package nl.kindcheck.service.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationDeniedException;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Lets a request through, or not, as the {@link Matrix} says. */
@Component
public final class MatrixAuthorization
    implements AuthorizationManager<RequestAuthorizationContext> {

  private static final String SESSION = "session";

  private final Matrix matrix;

  MatrixAuthorization(Matrix matrix) {
    this.matrix = matrix;
  }

  /**
   * A request that no row of the matrix knows.
   *
   * @param status 405 where there is something at the path by another method, else 404
   */
  private static final class Unlisted extends AuthorizationDecision {

    private final HttpStatus status;

    Unlisted(HttpStatus status) {
      super(false);
      this.status = status;
    }
  }

  /** The authority of a session from a launch. */
  public static String sessionAuthority() {
    return SESSION;
  }

  /** What to answer where a request was denied because there is nothing. */
  public static Optional<HttpStatus> nothingThere(AccessDeniedException fault) {
    return fault instanceof AuthorizationDeniedException denied
            && denied.getAuthorizationResult() instanceof Unlisted unlisted
        ? Optional.of(unlisted.status)
        : Optional.empty();
  }

  @Override
  public AuthorizationResult authorize(
      Supplier<? extends @Nullable Authentication> caller, RequestAuthorizationContext context) {
    HttpServletRequest request = context.getRequest();
    Matrix.Row row = matrix.find(request.getMethod(), request.getRequestURI()).orElse(null);
    if (row == null) {
      boolean otherwise = matrix.knows(request.getRequestURI());
      return new Unlisted(otherwise ? HttpStatus.METHOD_NOT_ALLOWED : HttpStatus.NOT_FOUND);
    }
    if (row.isOpen()) {
      return new AuthorizationDecision(true);
    }
    return new AuthorizationDecision(mayPass(row, caller.get(), request));
  }

  private static boolean mayPass(
      Matrix.Row row, @Nullable Authentication caller, HttpServletRequest request) {
    if (caller == null) {
      return false;
    }
    if (caller instanceof AccessToken token) {
      Set<Role> roles = row.roles();
      roles.retainAll(token.access().roles());
      Permitted.set(request, roles);
      return !roles.isEmpty();
    }
    return row.who().contains(Matrix.SESSION)
        && caller.getAuthorities().stream().anyMatch(a -> SESSION.equals(a.getAuthority()));
  }
}

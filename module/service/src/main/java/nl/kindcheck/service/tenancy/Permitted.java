package nl.kindcheck.service.tenancy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** The roles in which the matrix lets the present request through. */
final class Permitted {

  private static final String ATTRIBUTE = Permitted.class.getName();

  private Permitted() {}

  static void set(HttpServletRequest request, Set<Role> roles) {
    request.setAttribute(ATTRIBUTE, roles);
  }

  /** Empty where the matrix was not asked for this request. */
  @SuppressWarnings("unchecked")
  static Optional<Set<Role>> roles() {
    return RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes present
            && present.getRequest().getAttribute(ATTRIBUTE) instanceof Set<?> roles
        ? Optional.of((Set<Role>) roles)
        : Optional.empty();
  }
}

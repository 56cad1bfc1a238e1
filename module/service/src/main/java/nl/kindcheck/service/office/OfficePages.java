package nl.kindcheck.service.office;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.List;
import java.util.Set;
import nl.kindcheck.service.launch.OfficeEntrance;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Traces;
import nl.kindcheck.service.tenancy.Matrix;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.view.RedirectView;

/** Where people arrive who sign in: who they are here, and what is open to them. */
@Controller
class OfficePages {

  private static final Logger log = LoggerFactory.getLogger(OfficePages.class);

  private final Matrix matrix;
  private final Organisations organisations;
  private final OfficeSessions sessions;
  private final OfficeCookies cookies;
  private final SignInProvider provider;
  private final OfficeEntrance entrance;
  private final List<OfficeNews> news;

  OfficePages(
      Matrix matrix,
      Organisations organisations,
      OfficeSessions sessions,
      OfficeCookies cookies,
      SignInProvider provider,
      OfficeEntrance entrance,
      List<OfficeNews> news) {
    this.matrix = matrix;
    this.organisations = organisations;
    this.sessions = sessions;
    this.cookies = cookies;
    this.provider = provider;
    this.entrance = entrance;
    this.news = news;
  }

  /** Where nobody can sign in. */
  static Refused noSignIn() {
    return new Refused(HttpStatus.SERVICE_UNAVAILABLE, "office.no-sign-in", null);
  }

  @GetMapping("/office")
  String home(HttpServletRequest request, Model model) {
    OfficeUser user = OfficeUser.of(request);
    Set<Role> roles = user.access().roles();
    model.addAttribute("name", user.name());
    model.addAttribute("roles", roles.stream().map(Role::code).toList());
    model.addAttribute("organisation", organisations.byTenant(user.access().tenant()).name());
    model.addAttribute("pages", pages(roles));
    model.addAttribute(
        "news", news.stream().flatMap(n -> n.of(user.access().tenant(), roles).stream()).toList());
    model.addAttribute("calls", calls(roles));
    return "office/home";
  }

  /** The pages that can be opened from here, as the matrix has them. */
  private List<String> pages(Set<Role> roles) {
    return matrix.openTo(roles).stream()
        .filter(row -> row.method().equals("GET") && !row.path().hasPatternSyntax())
        .map(row -> row.path().getPatternString())
        .filter(path -> path.startsWith("/office/"))
        .toList();
  }

  /** What a program may ask in the name of these roles, where its scopes cover it. */
  private List<String> calls(Set<Role> roles) {
    return matrix.openTo(roles).stream()
        .filter(row -> row.path().getPatternString().startsWith("/fhir/"))
        .map(row -> row.method() + " " + row.path().getPatternString())
        .toList();
  }

  /** Answers only where there is no provider: else a filter sends the browser there. */
  @GetMapping({"/office/login", SignInProvider.CALLBACK})
  String login() {
    throw noSignIn();
  }

  @PostMapping("/office/logout")
  RedirectView logout(HttpServletRequest request, HttpServletResponse response) {
    OfficeUser user = OfficeUser.of(request);
    entrance.leave(user.key().tenant(), request, response);
    sessions.end(user);
    cookies.removeSession(response);
    RedirectView to = new RedirectView(afterwards());
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return to;
  }

  /** The session here has ended in any case; the one at the provider where it answers. */
  private String afterwards() {
    if (!provider.isSetUp()) {
      return SignInProvider.SIGNED_OUT;
    }
    try {
      return provider.signOut().map(URI::toString).orElse(SignInProvider.SIGNED_OUT);
    } catch (IllegalArgumentException | IllegalStateException e) {
      log.error("The identity provider could not be read", Traces.withoutMessages(e));
      return SignInProvider.SIGNED_OUT;
    }
  }

  @GetMapping(SignInProvider.SIGNED_OUT)
  String signedOut() {
    return "office/signed-out";
  }
}

package nl.kindcheck.service.policy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.PolicyJson;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.view.RedirectView;

/** The versions of the policy for an administrator: to look at, compare and try out. */
@Controller
class PolicyPages {

  static final String PAGE = "/office/policy";

  private final PolicyBook book;
  private final PolicyDrafts drafts;
  private final PolicyComparison comparison;
  private final PolicySimulation simulation;
  private final PolicyViews views;
  private final CurrentAccess access;
  private final CurrentActor actor;

  PolicyPages(
      PolicyBook book,
      PolicyDrafts drafts,
      PolicyComparison comparison,
      PolicySimulation simulation,
      PolicyViews views,
      CurrentAccess access,
      CurrentActor actor) {
    this.book = book;
    this.drafts = drafts;
    this.comparison = comparison;
    this.simulation = simulation;
    this.views = views;
    this.access = access;
    this.actor = actor;
  }

  static ModelAndView to(String path) {
    RedirectView to = new RedirectView(path);
    to.setStatusCode(HttpStatus.SEE_OTHER);
    return new ModelAndView(to);
  }

  @GetMapping(PAGE)
  ModelAndView all(Locale locale) {
    return list("", locale);
  }

  private ModelAndView list(String name, Locale locale) {
    TenantId tenant = access.organisation();
    String you = actor.require().user();
    ModelAndView page = new ModelAndView("policy/list");
    page.addObject(
        "versions", book.published(tenant).stream().map(e -> views.row(e, you, locale)).toList());
    page.addObject(
        "drafts", book.inDraft(tenant).stream().map(e -> views.row(e, you, locale)).toList());
    page.addObject("inForce", book.inForce(tenant).version());
    page.addObject("name", name);
    page.addObject("errors", Map.of());
    return page;
  }

  /** Begins a draft that says what another version says. */
  @PostMapping(PAGE)
  ModelAndView begin(
      @RequestParam(defaultValue = "") String version,
      @RequestParam(defaultValue = "") String base,
      Locale locale) {
    TenantId tenant = access.organisation();
    try {
      Policy from = base.isEmpty() ? book.inForce(tenant) : book.get(tenant, base).policy();
      Policy policy = from.named(version.strip(), drafts.earliest());
      PolicyJson.read(PolicyJson.of(policy)).orRefuse();
      drafts.begin(tenant, policy, "", actor.require());
    } catch (Refused refused) {
      ModelAndView page = list(version, locale);
      page.addObject("errors", views.errors(refused, locale));
      page.setStatus(refused.status());
      return page;
    }
    return to(PAGE + "/" + version.strip() + "/edit");
  }

  @GetMapping(PAGE + "/{version}")
  ModelAndView one(@PathVariable String version, Locale locale) {
    TenantId tenant = access.organisation();
    PolicyBook.Entry entry = book.get(tenant, version);
    ModelAndView page = of("policy/version", entry, locale);
    page.addObject("title", views.title("policy.version.title", locale, "name", version));
    page.addObject("groups", views.read(entry.policy(), locale));
    page.addObject("others", others(tenant, version));
    page.addObject("inForce", book.inForce(tenant).version());
    return page;
  }

  private ModelAndView of(String view, PolicyBook.Entry entry, Locale locale) {
    ModelAndView page = new ModelAndView(view);
    page.addObject("row", views.row(entry, actor.require().user(), locale));
    page.addObject("revision", entry.revision());
    return page;
  }

  private List<String> others(TenantId tenant, String version) {
    return Stream.concat(book.inDraft(tenant).stream(), book.published(tenant).stream())
        .map(PolicyBook.Entry::name)
        .filter(name -> !name.equals(version))
        .toList();
  }

  @PostMapping(PAGE + "/{version}/discard")
  ModelAndView discard(
      @PathVariable String version, @RequestParam(defaultValue = "0") int revision) {
    drafts.discard(access.organisation(), version, revision);
    return to(PAGE);
  }

  /**
   * @param with the other version; the one in force where none is named
   */
  @GetMapping(PAGE + "/{version}/comparison")
  ModelAndView compare(
      @PathVariable String version,
      @RequestParam(required = false) @Nullable String with,
      Locale locale) {
    TenantId tenant = access.organisation();
    PolicyBook.Entry entry = book.get(tenant, version);
    PolicyBook.Entry other = book.get(tenant, with == null ? book.inForce(tenant).version() : with);
    ModelAndView page = of("policy/comparison", entry, locale);
    page.addObject(
        "title",
        views.title("policy.compare.title", locale, "name", version, "other", other.name()));
    page.addObject("other", other.name());
    page.addObject("others", others(tenant, version));
    page.addObject(
        "differences",
        comparison.of(other.policy(), entry.policy()).stream()
            .map(d -> comparison.worded(d, locale))
            .toList());
    return page;
  }

  @GetMapping(PAGE + "/{version}/simulation")
  ModelAndView simulate(@PathVariable String version, Locale locale) {
    TenantId tenant = access.organisation();
    PolicyBook.Entry entry = book.get(tenant, version);
    PolicySimulation.Numbers numbers =
        simulation.numbers(tenant, entry.policy(), "", access.roles());
    ModelAndView page = of("policy/simulation", entry, locale);
    page.addObject("title", views.title("policy.simulate.title", locale, "name", version));
    page.addObject("day", numbers.day());
    page.addObject("against", numbers.against());
    page.addObject("whole", numbers.next() == null);
    page.addObject("numbers", views.numbers(numbers, locale));
    page.addObject("changes", views.changes(numbers, locale));
    page.addObject(
        "examples",
        simulation.examples(tenant, entry.policy(), locale).stream()
            .map(e -> views.example(e, locale))
            .toList());
    return page;
  }
}

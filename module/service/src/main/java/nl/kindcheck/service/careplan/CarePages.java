package nl.kindcheck.service.careplan;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.rule.Ownership.Owner;
import nl.kindcheck.service.kindcheck.ReasonTexts;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is planned around the parent's care: what, why, by whom. */
@Controller
class CarePages {

  private final Plans plans;
  private final ParentGoals goals;
  private final Referrals referrals;
  private final Consents consents;
  private final CurrentLaunch launch;
  private final ReasonTexts reasons;
  private final Texts texts;

  CarePages(
      Plans plans,
      ParentGoals goals,
      Referrals referrals,
      Consents consents,
      CurrentLaunch launch,
      ReasonTexts reasons,
      Texts texts) {
    this.plans = plans;
    this.goals = goals;
    this.referrals = referrals;
    this.consents = consents;
    this.launch = launch;
    this.reasons = reasons;
    this.texts = texts;
  }

  @GetMapping("/app/care")
  String care(Locale locale, Model model) {
    LaunchContext at = launch.require();
    Plans.Planned planned = plans.of(at.tenant(), at.patient());
    List<Referral> read = referrals.versions(at.tenant(), at.patient());
    model.addAttribute("planned", planned);
    model.addAttribute(
        "why", planned.reasons().stream().map(r -> reasons.full(r, locale)).distinct().toList());
    model.addAttribute("owner", owner(planned.owner(), at, locale));
    model.addAttribute(
        "goals",
        goals.all(at.tenant(), at.patient()).stream().filter(g -> g.status().isOpen()).toList());
    model.addAttribute("referral", read.isEmpty() ? null : read.get(0));
    model.addAttribute("consents", consents.inForce(at.tenant(), at.patient()));
    return "careplan/care";
  }

  private String owner(Owner owner, LaunchContext at, Locale locale) {
    if (owner instanceof Owner.Role role) {
      return texts.of(
          "care.plan.owner.role", Map.of("role", reasons.role(role.role(), locale)), locale);
    }
    boolean you = owner instanceof Owner.Person person && person.reference().equals(at.user());
    return texts.of(you ? "care.plan.owner.you" : "care.plan.owner.other", locale);
  }
}

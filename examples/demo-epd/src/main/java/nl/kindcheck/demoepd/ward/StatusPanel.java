package nl.kindcheck.demoepd.ward;

import java.util.Locale;
import nl.kindcheck.demoepd.hooks.Advice;
import nl.kindcheck.demoepd.kindcheck.Kindcheck;
import nl.kindcheck.demoepd.kindcheck.KindcheckStatus;
import nl.kindcheck.demoepd.records.Staff;
import nl.kindcheck.demoepd.service.Reply;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The status of the Kindcheck beside the cards. Without an answer the panel says so. */
@Component
class StatusPanel {

  private final Kindcheck kindcheck;

  StatusPanel(Kindcheck kindcheck) {
    this.kindcheck = kindcheck;
  }

  /** Where the hook just got no answer, the page does not wait for the service a second time. */
  void addTo(Model model, String patient, Locale locale) {
    if (model.getAttribute(Advice.NAME) instanceof Advice.Unknown) {
      return;
    }
    if (kindcheck.status(patient, locale) instanceof Reply.Answered<KindcheckStatus> answer) {
      KindcheckStatus status = answer.value();
      model.addAttribute("status", status);
      if (status.owner() != null) {
        model.addAttribute("owner", Staff.nameOf(status.owner()));
      }
    }
  }
}

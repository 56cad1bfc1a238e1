package nl.kindcheck.service.conversation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Relation;
import nl.kindcheck.core.rule.Plausibility;
import nl.kindcheck.service.launch.CurrentLaunch;
import nl.kindcheck.service.launch.OpenedFor;
import org.springframework.stereotype.Component;

/** Looks whether a child can be so old, beside the patient's birth as the EPD gave it. */
@Component
class AgesOfChildren {

  private final CurrentLaunch launches;
  private final FormErrors words;

  AgesOfChildren(CurrentLaunch launches, FormErrors words) {
    this.launches = launches;
    this.words = words;
  }

  /** An error for each child that would be older than the patient; none where that is not known. */
  List<FormError> errors(Typed typed, Locale locale) {
    LocalDate parent = launches.openedFor().map(OpenedFor::born).orElse(null);
    List<FormError> errors = new ArrayList<>();
    if (parent == null) {
      return errors;
    }
    for (int number : typed.groups("children")) {
      String child = "children." + number;
      boolean older =
          Coded.find(Relation.class, typed.value(child + ".relation"))
              .flatMap(
                  relation ->
                      TypedDate.read(typed.value(child + ".birth"))
                          .map(birth -> Plausibility.olderThanParent(relation, birth, parent)))
              .orElse(false);
      if (older) {
        errors.add(
            words.at(
                child + ".birth",
                "form.error.older-than-parent",
                Map.of("born", parent.toString()),
                typed,
                locale));
      }
    }
    return errors;
  }
}

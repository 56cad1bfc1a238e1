package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.rule.Plausibility.Dated;
import nl.kindcheck.core.rule.Plausibility.Kind;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.Type;

/**
 * Every date of a response that a rule sets bounds to, wherever it stands: also in an item that
 * stands in the wrong place, and beside answers that cannot be read.
 */
final class GivenDates {

  private static final Map<String, Kind> KINDS =
      Map.of(
          LinkIds.CHILD_BIRTH, Kind.BIRTH,
          LinkIds.PREGNANCY_EXPECTED, Kind.EXPECTED_BIRTH,
          LinkIds.POSTPONED_UNTIL, Kind.POSTPONED_UNTIL,
          LinkIds.FOLLOW_UP_DATE, Kind.FOLLOW_UP);

  private final List<Dated> dates = new ArrayList<>();

  private GivenDates() {}

  static List<Dated> of(QuestionnaireResponse response) {
    GivenDates all = new GivenDates();
    all.in(response.getItem(), "QuestionnaireResponse");
    return all.dates;
  }

  private void in(List<QuestionnaireResponseItemComponent> items, String path) {
    for (int i = 0; i < items.size(); i++) {
      QuestionnaireResponseItemComponent item = items.get(i);
      String here = "%s.item[%d]".formatted(path, i);
      Kind kind = item.getLinkId() == null ? null : KINDS.get(item.getLinkId());
      for (int j = 0; j < item.getAnswer().size(); j++) {
        QuestionnaireResponseItemAnswerComponent answer = item.getAnswer().get(j);
        String at = "%s.answer[%d]".formatted(here, j);
        if (kind != null) {
          date(kind, answer.getValue(), at + ".value");
        }
        in(answer.getItem(), at);
      }
      in(item.getItem(), here);
    }
  }

  private void date(Kind kind, Type value, String path) {
    if (value instanceof DateType date) {
      PartialDate.find(date.getValueAsString())
          .ifPresent(found -> dates.add(new Dated(kind, path, found)));
    }
  }
}

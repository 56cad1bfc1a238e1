package nl.kindcheck.fhir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeSystem;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;

/** Valid responses as any system could send them: any answers, in any order. */
final class GeneratedResponse {

  /** Other answers stand on these. */
  private static final Set<String> KEPT =
      Set.of("children.residence", "children.wellbeing", "carers.label", "carers.role");

  /** No child is known here, and a birth is not both known and unknown. */
  private static final Set<String> NEVER = Set.of("children.id", "children.birth-unknown");

  private static final Map<String, String> DATES =
      Map.of(
          "children.birth", "2019-03",
          "children.unchanged", "2025-06-01",
          "pregnancy-expected", "2026-05",
          "postponed-until", "2026-01-20",
          "household-change-date", "2025-12-24",
          "follow-up.date", "2026-02-01");

  private static final Map<String, List<String>> CODES = new HashMap<>();

  private final Random random;
  private int texts;

  GeneratedResponse(Random random) {
    this.random = random;
  }

  QuestionnaireResponse response() {
    QuestionnaireResponse response = Form.of();
    Map<String, String> chosen = new HashMap<>();
    List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
    for (QuestionnaireItemComponent item : Fhir.FORM.questionnaire().getItem()) {
      boolean asked =
          item.getEnableWhen().isEmpty()
              || item.getEnableWhen().stream()
                  .anyMatch(w -> w.getAnswerCoding().getCode().equals(chosen.get(w.getQuestion())));
      if (!asked || random.nextInt(4) == 0) {
        continue;
      }
      int times = item.getRepeats() ? 1 + random.nextInt(3) : 1;
      for (int i = 0; i < times; i++) {
        item(item, items);
      }
      if (item.getType() == QuestionnaireItemType.CHOICE) {
        chosen.put(item.getLinkId(), last(items).getAnswerFirstRep().getValueCoding().getCode());
      }
    }
    Collections.shuffle(items, random);
    items.forEach(response::addItem);
    return response;
  }

  private static QuestionnaireResponseItemComponent last(
      List<QuestionnaireResponseItemComponent> items) {
    return items.get(items.size() - 1);
  }

  private void item(
      QuestionnaireItemComponent asked, List<QuestionnaireResponseItemComponent> among) {
    if (asked.getType() == QuestionnaireItemType.DISPLAY) {
      return;
    }
    QuestionnaireResponseItemComponent item =
        new QuestionnaireResponseItemComponent().setLinkId(asked.getLinkId());
    if (asked.getType() == QuestionnaireItemType.GROUP) {
      group(asked, item);
    } else {
      int answers = asked.getRepeats() ? 1 + random.nextInt(2) : 1;
      for (int i = 0; i < answers; i++) {
        item.addAnswer().setValue(value(asked));
      }
    }
    among.add(item);
  }

  private void group(QuestionnaireItemComponent asked, QuestionnaireResponseItemComponent group) {
    List<QuestionnaireResponseItemComponent> items = new ArrayList<>();
    for (QuestionnaireItemComponent inside : asked.getItem()) {
      boolean kept = KEPT.contains(inside.getLinkId());
      if (kept || (!NEVER.contains(inside.getLinkId()) && random.nextInt(3) > 0)) {
        item(inside, items);
      }
    }
    if (items.isEmpty()) {
      item(asked.getItemFirstRep(), items);
    }
    Collections.shuffle(items, random);
    items.forEach(group::addItem);
  }

  private Type value(QuestionnaireItemComponent asked) {
    return switch (asked.getType()) {
      case CHOICE -> choice(asked);
      case BOOLEAN -> new BooleanType(true);
      case DATE -> new DateType(Objects.requireNonNull(DATES.get(asked.getLinkId())));
      default -> new StringType("woorden " + texts++);
    };
  }

  private Coding choice(QuestionnaireItemComponent asked) {
    if (asked.hasAnswerOption()) {
      int one = random.nextInt(asked.getAnswerOption().size());
      return asked.getAnswerOption().get(one).getValueCoding();
    }
    String valueSet = asked.getAnswerValueSet();
    String name = valueSet.substring(valueSet.lastIndexOf('/') + 1);
    List<String> codes = CODES.computeIfAbsent(name, GeneratedResponse::codes);
    return new Coding()
        .setSystem(Canonical.codeSystem(name))
        .setCode(codes.get(random.nextInt(codes.size())));
  }

  private static List<String> codes(String name) {
    String file = "/META-INF/kindcheck/fhir/CodeSystem-" + name + ".json";
    try (InputStream in = GeneratedResponse.class.getResourceAsStream(file)) {
      return Fhir.R4.newJsonParser().parseResource(CodeSystem.class, in).getConcept().stream()
          .map(concept -> concept.getCode())
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

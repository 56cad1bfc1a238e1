package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.fhir.KindcheckForm;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.DomainClock;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Identifier;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemComponent;
import org.hl7.fhir.r4.model.Questionnaire.QuestionnaireItemType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseStatus;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Makes the response of what was typed, question by question along the published form. Every item
 * remembers the field that it came from, so that a fault is shown beside it.
 */
@Component
class ResponseWriter {

  /** Under which an item keeps the name of its field. */
  static final String FIELD = "field";

  static final String KEY_SYSTEM = Canonical.BASE + "/NamingSystem/form";

  /** What is told about a child at once: one choice says whose words these are. */
  private static final Set<String> FACTS =
      Set.of(
          "children.where-now",
          "children.label",
          "children.birth",
          "children.birth-unknown",
          "children.relation",
          "children.residence",
          "children.household",
          "children.custody",
          "children.contact",
          "children.carer-when-unable",
          "children.died");

  private final Questionnaire questionnaire;
  private final String canonical;
  private final DomainClock clock;

  ResponseWriter(KindcheckForm form, DomainClock clock) {
    this.questionnaire = form.questionnaire();
    this.canonical = form.canonicalWithVersion();
    this.clock = clock;
  }

  /** A response, and the fields whose text is no date. */
  record Written(QuestionnaireResponse response, List<String> notADate) {}

  /**
   * @param key which makes a second sending of the same form recognisable
   */
  Written write(LaunchContext launch, Typed typed, String key) {
    QuestionnaireResponse response = new QuestionnaireResponse();
    response.setStatus(QuestionnaireResponseStatus.COMPLETED);
    response.setQuestionnaire(canonical);
    response.setSubject(new Reference(launch.patient()));
    response.setAuthor(new Reference(launch.user()));
    if (launch.encounter() != null) {
      response.setEncounter(new Reference(launch.encounter()));
    }
    // The day and not the time: the same form sent twice must read the same.
    response.setAuthoredElement(new DateTimeType(clock.today().toString()));
    response.setIdentifier(new Identifier().setSystem(KEY_SYSTEM).setValue(key));
    List<String> notADate = new ArrayList<>();
    for (QuestionnaireItemComponent item : questionnaire.getItem()) {
      new Writing(typed, notADate).top(item).forEach(response::addItem);
    }
    return new Written(response, notADate);
  }

  /** The field that says whose an answer is: one for all facts of a child, one for each domain. */
  static String whoseField(String linkId, String field) {
    String group = field.substring(0, Math.max(0, field.lastIndexOf('.')));
    return FACTS.contains(linkId) ? group + ".facts" : linkId.contains(".domain-") ? group : field;
  }

  private record Writing(Typed typed, List<String> notADate) {

    List<QuestionnaireResponseItemComponent> top(QuestionnaireItemComponent item) {
      List<QuestionnaireResponseItemComponent> written = new ArrayList<>();
      if (item.getType() == QuestionnaireItemType.GROUP && item.getRepeats()) {
        for (int number : typed.groups(item.getLinkId())) {
          group(item, item.getLinkId(), number).ifPresent(written::add);
        }
      } else {
        question(item, item.getLinkId()).ifPresent(written::add);
      }
      return written;
    }

    private Optional<QuestionnaireResponseItemComponent> group(
        QuestionnaireItemComponent group, String name, int number) {
      QuestionnaireResponseItemComponent written = item(group, name + "." + number);
      if (group.getRepeats()) {
        fromEpd(written, name + "." + number);
      }
      for (QuestionnaireItemComponent child : group.getItem()) {
        if (child.getType() == QuestionnaireItemType.GROUP) {
          group(child, name, number)
              .ifPresent(
                  inside -> {
                    inside.setUserData(FIELD, Typed.name(child.getLinkId(), name, number));
                    written.addItem(inside);
                  });
        } else {
          question(child, Typed.name(child.getLinkId(), name, number)).ifPresent(written::addItem);
        }
      }
      return written.hasItem() ? Optional.of(written) : Optional.empty();
    }

    /** What came from the EPD stays marked until somebody asked about it. */
    private void fromEpd(QuestionnaireResponseItemComponent group, String field) {
      if (!typed.has(field + FromEpd.UNVERIFIED) || typed.has(field + FromEpd.VERIFIED)) {
        return;
      }
      group.addExtension(Canonical.structureDefinition("unverified"), new BooleanType(true));
      Optional<PartialDate> pictured = TypedDate.read(typed.value(field + FromEpd.PICTURE_DATE));
      if (pictured.isPresent()) {
        group.addExtension(
            Canonical.structureDefinition("picture-date"), new DateType(pictured.get().toString()));
      } else {
        group.addExtension(Canonical.structureDefinition("undated"), new BooleanType(true));
      }
    }

    private static QuestionnaireResponseItemComponent item(
        QuestionnaireItemComponent question, String field) {
      QuestionnaireResponseItemComponent item =
          new QuestionnaireResponseItemComponent().setLinkId(question.getLinkId());
      item.setUserData(FIELD, field);
      return item;
    }

    private Optional<QuestionnaireResponseItemComponent> question(
        QuestionnaireItemComponent question, String field) {
      QuestionnaireResponseItemComponent item = item(question, field);
      for (String text : typed.values(field)) {
        Type value = value(question, field, text);
        if (value != null) {
          QuestionnaireResponseItemAnswerComponent answer = item.addAnswer().setValue(value);
          whose(question.getLinkId(), field, answer);
        }
      }
      return item.hasAnswer() ? Optional.of(item) : Optional.empty();
    }

    private void whose(
        String linkId, String field, QuestionnaireResponseItemAnswerComponent answer) {
      String whose = whoseField(linkId, field);
      mark(answer, "perspective", typed.value(whose + ":by"));
      mark(answer, "nature", typed.value(whose + ":as"));
    }

    private static void mark(
        QuestionnaireResponseItemAnswerComponent answer, String extension, String code) {
      if (!code.isEmpty()) {
        answer.addExtension(Canonical.structureDefinition(extension), new CodeType(code));
      }
    }

    private @Nullable Type value(QuestionnaireItemComponent question, String field, String text) {
      return switch (question.getType()) {
        case CHOICE -> new Coding().setSystem(system(question)).setCode(text);
        case BOOLEAN -> new BooleanType(true);
        case DATE -> date(field, text);
        default -> new StringType(text);
      };
    }

    private @Nullable Type date(String field, String text) {
      Optional<PartialDate> date = TypedDate.read(text);
      if (date.isEmpty()) {
        notADate.add(field);
        return null;
      }
      return new DateType(date.get().toString());
    }

    private static String system(QuestionnaireItemComponent question) {
      if (question.hasAnswerOption()) {
        return question.getAnswerOptionFirstRep().getValueCoding().getSystem();
      }
      String valueSet = question.getAnswerValueSet();
      return Canonical.codeSystem(valueSet.substring(valueSet.lastIndexOf('/') + 1));
    }
  }
}

package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemAnswerComponent;
import org.hl7.fhir.r4.model.QuestionnaireResponse.QuestionnaireResponseItemComponent;
import org.jspecify.annotations.Nullable;

/**
 * The items of a response at one level, with the place they stand in and what the groups around
 * them say of perspective and nature.
 */
record Group(
    List<QuestionnaireResponseItemComponent> items,
    String path,
    @Nullable Element element,
    @Nullable Perspective perspective,
    @Nullable Nature nature,
    Set<String> unreadable) {

  /**
   * @param unreadable the paths of the values that did not pass the structural check
   */
  static Group whole(QuestionnaireResponse response, Set<String> unreadable) {
    return new Group(response.getItem(), "QuestionnaireResponse", null, null, null, unreadable);
  }

  /** The groups below with this linkId, in the order of the response. */
  List<Group> groups(String linkId) {
    List<Group> groups = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      QuestionnaireResponseItemComponent item = items.get(i);
      if (linkId.equals(item.getLinkId())) {
        groups.add(
            new Group(
                item.getItem(),
                "%s.item[%d]".formatted(path, i),
                item,
                Extensions.perspective(item).orElse(perspective),
                Extensions.nature(item).orElse(nature),
                unreadable));
      }
    }
    return groups;
  }

  /** Whether something stands there as an answer, also where it cannot be read. */
  boolean isGiven(String linkId) {
    return items.stream().anyMatch(i -> linkId.equals(i.getLinkId()) && !i.getAnswer().isEmpty());
  }

  Optional<Answered> answer(String linkId) {
    return answers(linkId).stream().findFirst();
  }

  /** Those that can be read. */
  List<Answered> answers(String linkId) {
    List<Answered> answers = new ArrayList<>();
    for (Group item : groups(linkId)) {
      if (item.element() instanceof QuestionnaireResponseItemComponent question) {
        for (int i = 0; i < question.getAnswer().size(); i++) {
          QuestionnaireResponseItemAnswerComponent answer = question.getAnswer().get(i);
          String here = "%s.answer[%d].value".formatted(item.path(), i);
          if (!unreadable.contains(here)) {
            answers.add(
                new Answered(
                    linkId,
                    answer.getValue(),
                    here,
                    Extensions.perspective(answer).orElse(item.perspective()),
                    Extensions.nature(answer).orElse(item.nature())));
          }
        }
      }
    }
    return answers;
  }

  boolean has(String extension) {
    return element != null && Extensions.isTrue(element, extension);
  }

  Optional<String> value(String extension) {
    return element == null ? Optional.empty() : Extensions.value(element, extension);
  }
}

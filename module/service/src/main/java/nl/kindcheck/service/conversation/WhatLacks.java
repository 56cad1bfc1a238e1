package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.service.kindcheck.KindcheckRecorder;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * All that a form still lacks, told at once. What a Kindcheck lacks depends on its outcome and on
 * the children that are named; somebody who left those open too would be told the rest only after
 * filling them in.
 */
@Component
class WhatLacks {

  /** The outcomes at which nothing is asked about children. */
  private static final Set<String> WITHOUT_CHILDREN =
      Set.of("no-children", "declined", "postponed", "not-applicable");

  private final ResponseWriter writer;
  private final KindcheckRecorder recorder;
  private final FormErrors words;
  private final Known known;

  WhatLacks(ResponseWriter writer, KindcheckRecorder recorder, FormErrors words, Known known) {
    this.writer = writer;
    this.recorder = recorder;
    this.words = words;
    this.known = known;
  }

  /**
   * @param written what was typed, as a response
   * @param lacking what that response lacks by itself
   */
  List<FormError> of(
      LaunchContext launch,
      Draft draft,
      ResponseWriter.Written written,
      List<String> lacking,
      @Nullable ResponseId amends,
      Locale locale) {
    Typed typed = draft.typed();
    FormErrors.Names names = id -> known.childName(launch, id);
    List<FormError> errors = new ArrayList<>();
    List<FormError> plain = words.missing(lacking, written.response(), typed, names, locale);
    Typed supposed = supposed(typed, plain, errors, locale);
    if (supposed.equals(typed)) {
      return plain;
    }
    ResponseWriter.Written whole = writer.write(launch, supposed, draft.key().toString());
    try {
      List<String> all = recorder.weigh(launch.tenant(), whole.response(), amends).missing();
      errors.addAll(words.missing(all, whole.response(), typed, names, locale));
      return errors;
    } catch (Refused notReadTogether) {
      // What was supposed does not fit what was typed: then only what is certain is told.
      return plain;
    }
  }

  /** What was typed, with an outcome and names of children where they were left open. */
  private Typed supposed(
      Typed typed, List<FormError> plain, List<FormError> errors, Locale locale) {
    String outcome = typed.value("outcome");
    if (WITHOUT_CHILDREN.contains(outcome)) {
      return typed;
    }
    Typed supposed = typed;
    if (outcome.isEmpty()) {
      supposed = supposed.with("outcome", "goes-well");
      errors.add(words.lacks("outcome", "outcome", typed, locale));
    }
    boolean nobody = plain.stream().anyMatch(e -> e.field().equals("children"));
    for (int number : typed.groups("children")) {
      String child = "children." + number;
      boolean begun =
          typed.fields().keySet().stream()
              .anyMatch(name -> name.startsWith(child + ".") && !name.endsWith(".here"));
      boolean named = typed.has(child + ".label") || typed.has(child + ".id");
      if (!named && (begun || nobody)) {
        supposed = supposed.with(child + ".label", "? " + number);
        errors.add(words.lacks(child + ".label", "children.label", typed, locale));
        nobody = false;
      }
    }
    return supposed;
  }
}

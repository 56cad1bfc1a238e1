package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.rule.Standing;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.service.kindcheck.KindcheckRecorder;
import nl.kindcheck.service.kindcheck.Recorded;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.StringType;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Records what was typed, or says at which fields it cannot be recorded. */
@Component
class Saving {

  private final ResponseWriter writer;
  private final KindcheckRecorder recorder;
  private final FormErrors words;
  private final WhatLacks lacks;
  private final Drafts drafts;
  private final TenantSql sql;
  private final AgesOfChildren ages;

  Saving(
      ResponseWriter writer,
      KindcheckRecorder recorder,
      FormErrors words,
      WhatLacks lacks,
      Drafts drafts,
      TenantSql sql,
      AgesOfChildren ages) {
    this.writer = writer;
    this.recorder = recorder;
    this.words = words;
    this.lacks = lacks;
    this.drafts = drafts;
    this.sql = sql;
    this.ages = ages;
  }

  /**
   * What came of it.
   *
   * @param recorded null exactly where there are errors
   * @param status of the answer where there are errors
   */
  record Result(@Nullable Recorded recorded, List<FormError> errors, HttpStatus status) {

    static Result of(Recorded recorded) {
      return new Result(recorded, List.of(), HttpStatus.OK);
    }

    static Result wrong(HttpStatus status, List<FormError> errors) {
      return new Result(null, errors, status);
    }
  }

  /**
   * An earlier response that is corrected.
   *
   * @param version as its writer read it
   */
  record Correcting(ResponseId response, int version, String reason) {}

  /**
   * Records a form and takes its draft away, both or neither.
   *
   * @param incompleteToo whether it may be kept although something is missing
   */
  Result save(
      LaunchContext launch,
      Draft draft,
      @Nullable Correcting correcting,
      boolean incompleteToo,
      Locale locale) {
    ResponseWriter.Written written = writer.write(launch, draft.typed(), draft.key().toString());
    QuestionnaireResponse response = written.response();
    if (correcting != null) {
      response.addExtension(
          Canonical.structureDefinition("amendment-reason"), new StringType(correcting.reason()));
    }
    List<FormError> errors =
        new ArrayList<>(words.notADate(written.notADate(), draft.typed(), locale));
    errors.addAll(ages.errors(draft.typed(), locale));
    try {
      KindcheckRecorder.Weighed weighed =
          recorder.weigh(
              launch.tenant(), response, correcting == null ? null : correcting.response());
      boolean incomplete = weighed.completeness().outcome().standing() == Standing.INCOMPLETE;
      if (incomplete && !incompleteToo) {
        errors.addAll(
            lacks.of(
                launch,
                draft,
                written,
                weighed.missing(),
                correcting == null ? null : correcting.response(),
                locale));
      }
      errors.sort(FormError.IN_PAGE_ORDER);
      return errors.isEmpty()
          ? Result.of(record(launch, draft, correcting, response))
          : Result.wrong(HttpStatus.UNPROCESSABLE_CONTENT, errors);
    } catch (Refused refused) {
      errors.addAll(words.refused(refused, response, draft.typed(), locale));
      errors.sort(FormError.IN_PAGE_ORDER);
      return Result.wrong(refused.status(), errors);
    }
  }

  private Recorded record(
      LaunchContext launch,
      Draft draft,
      @Nullable Correcting correcting,
      QuestionnaireResponse response) {
    return sql.inTransaction(
        launch.tenant(),
        () -> {
          Recorded recorded =
              correcting == null
                  ? recorder.record(launch.tenant(), response)
                  : recorder.amend(
                      launch.tenant(), correcting.response(), correcting.version(), response);
          drafts.remove(launch, draft.form());
          return recorded;
        });
  }
}

package nl.kindcheck.service.fhirapi;

import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Read;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.UriParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.fhir.Canonical;
import nl.kindcheck.fhir.FamilyPicture;
import nl.kindcheck.fhir.FamilyPictures;
import nl.kindcheck.fhir.KindcheckForm;
import nl.kindcheck.fhir.Prefill;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentAccess;
import nl.kindcheck.service.tenancy.SmartScope.Interaction;
import nl.kindcheck.service.tenancy.TenantId;
import nl.kindcheck.service.tenancy.TenantSql;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Parameters;
import org.hl7.fhir.r4.model.Parameters.ParametersParameterComponent;
import org.hl7.fhir.r4.model.Questionnaire;
import org.hl7.fhir.r4.model.QuestionnaireResponse;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.RelatedPerson;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The form, and the form filled with what is known: our own record, and unverified what the EPD
 * hands over.
 */
@Component
public class QuestionnaireProvider implements IResourceProvider {

  private static final String ID = "kindcheck";
  private static final String FAMILY_SITUATION = "365470003";

  private final KindcheckForm form;
  private final FamilyRecord record;
  private final TenantSql sql;
  private final CurrentAccess access;
  private final DomainClock clock;

  QuestionnaireProvider(
      KindcheckForm form,
      FamilyRecord record,
      TenantSql sql,
      CurrentAccess access,
      DomainClock clock) {
    this.form = form;
    this.record = record;
    this.sql = sql;
    this.access = access;
    this.clock = clock;
  }

  @Override
  public Class<? extends IBaseResource> getResourceType() {
    return Questionnaire.class;
  }

  @Read
  public Questionnaire read(@IdParam IdType id) {
    access.require(Interaction.READ, "Questionnaire");
    if (!id.getIdPart().equals(ID)) {
      throw Ids.notFound();
    }
    return form.questionnaire();
  }

  @Search
  public List<Questionnaire> search(@OptionalParam(name = "url") @Nullable UriParam url) {
    access.require(Interaction.SEARCH, "Questionnaire");
    Ids.plain("url", url == null || (url.getQualifier() == null && url.getMissing() == null));
    boolean ours = url == null || Canonical.questionnaire().equals(url.getValue());
    return ours ? List.of(form.questionnaire()) : List.of();
  }

  /** SDC's {@code $populate}: {@code subject}, and what the EPD knows in {@code context}. */
  @Operation(name = "$populate")
  public Parameters populateOne(
      @IdParam IdType id,
      @OperationParam(name = "subject", min = 1) @Nullable Reference subject,
      @OperationParam(name = "context") @Nullable List<ParametersParameterComponent> context,
      RequestDetails details) {
    if (!id.getIdPart().equals(ID)) {
      throw Ids.notFound();
    }
    return populate(subject, context, details);
  }

  @Operation(name = "$populate")
  public Parameters populate(
      @OperationParam(name = "subject", min = 1) @Nullable Reference subject,
      @OperationParam(name = "context") @Nullable List<ParametersParameterComponent> context,
      RequestDetails details) {
    TenantId tenant = access.require(Interaction.READ, "Questionnaire");
    GivenParameters.only(details, "subject", "context");
    String patient = subject == null ? null : subject.getReference();
    if (patient == null || !patient.matches("Patient/[A-Za-z0-9\\-.]{1,64}")) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "response.subject", "subject");
    }
    access.requireFor(patient, Interaction.READ, "Questionnaire");
    List<Resource> given = contents(context == null ? List.of() : context);
    Family recorded = sql.inTransaction(tenant, () -> record.family(tenant, patient));
    boolean shielding = access.grant(Interaction.READ, "Questionnaire").isShielding();
    Family known = shielding ? Shielding.open(recorded) : recorded;
    QuestionnaireResponse filled =
        Prefill.of(form, patient, encounter(given), known, pictures(given), clock.today());
    Parameters answer = new Parameters();
    answer.addParameter().setName("response").setResource(filled);
    return answer;
  }

  private static List<Resource> contents(List<ParametersParameterComponent> contexts) {
    List<Resource> given = new ArrayList<>();
    for (ParametersParameterComponent context : contexts) {
      GivenParameters.only(context.getPart(), "context.", "name", "content");
      if (context.getPart().stream().noneMatch(part -> part.getResource() != null)) {
        throw new Refused(
            HttpStatus.UNPROCESSABLE_CONTENT,
            "fhir.parameter-missing",
            "context.content",
            Map.of("name", "context.content"));
      }
      for (ParametersParameterComponent part : context.getPart()) {
        if (!"content".equals(part.getName())) {
          continue;
        }
        if (part.getResource() instanceof Bundle bundle) {
          bundle.getEntry().stream()
              .filter(Bundle.BundleEntryComponent::hasResource)
              .forEach(entry -> given.add(entry.getResource()));
        } else if (part.getResource() != null) {
          given.add(part.getResource());
        }
      }
    }
    return given;
  }

  private List<FamilyPicture> pictures(List<Resource> given) {
    List<FamilyPicture> pictures = new ArrayList<>();
    List<RelatedPerson> persons = new ArrayList<>();
    for (Resource resource : given) {
      if (resource instanceof RelatedPerson person) {
        persons.add(person);
      } else if (resource instanceof Observation observation) {
        pictures.add(
            hasCode(observation, FAMILY_SITUATION)
                ? FamilyPictures.fromR4(observation)
                : FamilyPictures.pregnancy(observation));
      }
    }
    if (!persons.isEmpty()) {
      pictures.add(FamilyPictures.fromRelatedPersons(persons, clock.today()));
    }
    return pictures;
  }

  private static boolean hasCode(Observation observation, String code) {
    return observation.getCode().getCoding().stream().anyMatch(c -> code.equals(c.getCode()));
  }

  private static @Nullable String encounter(List<Resource> given) {
    Optional<Resource> encounter =
        given.stream()
            .filter(r -> r.fhirType().equals("Encounter") && r.getIdElement().hasIdPart())
            .findFirst();
    return encounter.map(e -> "Encounter/" + e.getIdElement().getIdPart()).orElse(null);
  }
}

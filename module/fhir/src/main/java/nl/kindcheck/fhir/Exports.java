package nl.kindcheck.fhir;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import nl.kindcheck.core.disclosure.ChildPart;
import nl.kindcheck.core.disclosure.Shielding;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Statement;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * What is handed over as a Bundle: to the patient without what is shielded, to a child its own part
 * alone. Where something came from (the response, who recorded it) is left out: it holds the rest.
 */
public final class Exports {

  private Exports() {}

  /** For the patient: the children and the statements in force that are not shielded. */
  public static Bundle forPatient(Family family, String patientReference, Instant at) {
    Family open = Shielding.open(family);
    Bundle bundle = bundle(at);
    open.children().forEach(c -> add(bundle, StatementViews.child(c, patientReference)));
    open.statements().forEach(s -> add(bundle, patientReference, s));
    return bundle;
  }

  /**
   * For a child: its own part, with the child as its subject. Whose record it stands in is not
   * told, for it is a parent's, and neither is who recorded it there.
   *
   * @return empty where the child is not known
   */
  public static Optional<Bundle> forChild(Family family, ChildId child, Instant at) {
    if (family.child(child).isEmpty()) {
      return Optional.empty();
    }
    List<Statement> part = ChildPart.of(family, child);
    Bundle bundle = bundle(at);
    add(bundle, self(Family.of(part).child(child).orElse(null), child));
    for (Statement s : part) {
      Observation observation = StatementViews.observation(s, "urn:uuid:" + child, false);
      observation.getMeta().setProfile(null);
      observation.setFocus(null);
      observation.setDerivedFrom(null);
      observation.setPerformer(null);
      add(bundle, observation);
    }
    return Optional.of(bundle);
  }

  private static Patient self(@Nullable Child described, ChildId child) {
    Patient self = new Patient();
    self.setId(child.toString());
    SecurityLabels.restricted(self);
    if (described != null) {
      described
          .label()
          .ifPresent(label -> self.addName().setUse(HumanName.NameUse.USUAL).addGiven(label));
      described.birth().ifPresent(b -> self.setBirthDateElement(new DateType(b.toString())));
    }
    return self;
  }

  private static Bundle bundle(Instant at) {
    Bundle bundle = new Bundle();
    bundle.setType(Bundle.BundleType.COLLECTION);
    bundle.setTimestampElement(StatementViews.instant(at));
    SecurityLabels.restricted(bundle);
    return bundle;
  }

  private static void add(Bundle bundle, String patient, Statement s) {
    Observation observation = StatementViews.observation(s, patient, false);
    observation.setDerivedFrom(null);
    add(bundle, observation);
  }

  private static void add(Bundle bundle, Resource resource) {
    String url = "urn:uuid:" + resource.getIdElement().getIdPart();
    bundle.addEntry().setFullUrl(url).setResource(resource);
  }
}

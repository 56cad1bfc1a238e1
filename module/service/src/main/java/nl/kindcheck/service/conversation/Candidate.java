package nl.kindcheck.service.conversation;

import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.fhir.PicturedChild;
import nl.kindcheck.fhir.SeenChild;
import org.jspecify.annotations.Nullable;

/**
 * A child of the EPD that may be taken over into the form.
 *
 * @param key recognises it when the choice is sent
 * @param adult whether it is certainly 18 or over
 * @param place where it stands already
 */
public record Candidate(String key, SeenChild seen, boolean adult, Place place) {

  /** Where a child of the EPD stands already. */
  public enum Place {
    NOWHERE,
    RECORD,
    FORM
  }

  public @Nullable String label() {
    return seen.child().label();
  }

  public @Nullable PartialDate birth() {
    return seen.child().birth();
  }

  /** The code of its relation; null where the EPD does not say which. */
  public @Nullable String relation() {
    PicturedChild child = seen.child();
    return child.relation() == null ? null : child.relation().code();
  }

  public boolean deceased() {
    return seen.child().deceased();
  }

  public boolean ended() {
    return seen.child().ended();
  }

  /** Whether it lives with the patient; null where the EPD does not say. */
  public @Nullable Boolean withPatient() {
    PicturedChild child = seen.child();
    return child.atHome() == null ? child.sameAddress() : child.atHome();
  }

  /** The key of the text on where it lives. */
  public String lives() {
    Boolean with = withPatient();
    return with == null ? "unknown" : with ? "with-patient" : "elsewhere";
  }

  /** Whether it can be taken over: what is known already is not taken over twice. */
  public boolean free() {
    return place == Place.NOWHERE;
  }

  /** Whether it is chosen before anybody chose: who is asked about in a Kindcheck. */
  boolean chosenAtFirst() {
    return free() && !adult && !deceased() && !ended();
  }
}

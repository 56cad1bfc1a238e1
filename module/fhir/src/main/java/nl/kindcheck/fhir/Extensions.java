package nl.kindcheck.fhir;

import java.util.Optional;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.PrimitiveType;

/** Our extensions, most of them on the items and answers of a response. */
final class Extensions {

  static final String PERSPECTIVE = Canonical.structureDefinition("perspective");
  static final String NATURE = Canonical.structureDefinition("nature");
  static final String UNVERIFIED = Canonical.structureDefinition("unverified");
  static final String ADULT = Canonical.structureDefinition("adult");
  static final String UNDATED = Canonical.structureDefinition("undated");
  static final String PICTURE_DATE = Canonical.structureDefinition("picture-date");
  static final String AMENDMENT_REASON = Canonical.structureDefinition("amendment-reason");
  static final String GOAL_OWNER = Canonical.structureDefinition("goal-owner");

  private Extensions() {}

  static Optional<Perspective> perspective(Element element) {
    return value(element, PERSPECTIVE).flatMap(code -> Coded.find(Perspective.class, code));
  }

  static Optional<Nature> nature(Element element) {
    return value(element, NATURE).flatMap(code -> Coded.find(Nature.class, code));
  }

  static boolean isTrue(Element element, String url) {
    return value(element, url).filter("true"::equals).isPresent();
  }

  static Optional<String> value(Element element, String url) {
    Extension extension = element.getExtensionByUrl(url);
    return extension != null && extension.getValue() instanceof PrimitiveType<?> value
        ? Optional.ofNullable(value.getValueAsString())
        : Optional.empty();
  }
}

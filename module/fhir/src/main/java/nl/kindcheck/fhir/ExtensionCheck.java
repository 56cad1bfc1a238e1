package nl.kindcheck.fhir;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Element;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Type;
import org.jspecify.annotations.Nullable;

/** Checks our own extensions; those of others are let through. */
final class ExtensionCheck {

  private final List<Fault> faults;

  ExtensionCheck(List<Fault> faults) {
    this.faults = faults;
  }

  void of(Element element, String path) {
    List<Extension> extensions = element.getExtension();
    for (int i = 0; i < extensions.size(); i++) {
      extension(extensions.get(i), "%s.extension[%d].value".formatted(path, i));
    }
  }

  private void extension(Extension extension, String path) {
    String url = extension.getUrl() == null ? "" : extension.getUrl();
    Type value = extension.getValue();
    if (url.equals(Extensions.PERSPECTIVE)) {
      code(value, Perspective.class, "perspective", path);
    } else if (url.equals(Extensions.NATURE)) {
      code(value, Nature.class, "nature", path);
    } else if (url.equals(Extensions.UNVERIFIED)
        || url.equals(Extensions.ADULT)
        || url.equals(Extensions.UNDATED)) {
      type(value, BooleanType.class, "boolean", path);
    } else if (url.equals(Extensions.PICTURE_DATE)) {
      boolean date =
          value instanceof DateType d && PartialDate.find(d.getValueAsString()).isPresent();
      type(date ? value : null, DateType.class, "date", path);
    }
  }

  private <E extends Enum<E> & Coded> void code(
      Type value, Class<E> codes, String name, String path) {
    if (!(value instanceof CodeType code)) {
      type(value, CodeType.class, "code", path);
    } else if (code.getValue() == null || Coded.find(codes, code.getValue()).isEmpty()) {
      faults.add(
          new Fault(
              path,
              "response.unknown-code",
              Map.of(
                  "linkId", name,
                  "system", Canonical.codeSystem(name),
                  "allowed",
                      Arrays.stream(codes.getEnumConstants())
                          .map(Coded::code)
                          .sorted()
                          .collect(Collectors.joining(", ")))));
    }
  }

  private void type(
      @Nullable Type value, Class<? extends Type> expected, String name, String path) {
    if (!expected.isInstance(value)) {
      faults.add(new Fault(path, "response.wrong-extension", Map.of("expected", name)));
    }
  }
}

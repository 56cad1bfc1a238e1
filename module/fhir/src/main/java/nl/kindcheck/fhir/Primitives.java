package nl.kindcheck.fhir;

import java.util.List;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;

/** Goes through every value of a resource, wherever it hides: extensions and contained ones too. */
public final class Primitives {

  private Primitives() {}

  /** Looks at one value. */
  @FunctionalInterface
  public interface Visitor {
    /**
     * @param path FHIRPath from the resource
     * @param in the element that holds the value
     * @param value a primitive that has a value
     */
    void visit(String path, Base in, Base value);
  }

  /** Visits every primitive with a value, in the order of the elements. */
  public static void of(Base resource, Visitor visitor) {
    in(resource, resource.fhirType(), visitor);
  }

  private static void in(Base base, String path, Visitor visitor) {
    for (Property property : base.children()) {
      List<Base> values = property.getValues();
      for (int i = 0; i < values.size(); i++) {
        Base value = values.get(i);
        String name = property.getName().replace("[x]", "");
        String here = path + "." + name + (property.isList() ? "[" + i + "]" : "");
        if (value.isPrimitive() && value.hasPrimitiveValue()) {
          visitor.visit(here, base, value);
        }
        in(value, here, visitor);
      }
    }
  }
}

package nl.kindcheck.service.access;

import java.util.List;
import org.springframework.stereotype.Component;

/** What the templates of this room ask. */
@Component("accessWords")
public class AccessWords {

  AccessWords() {}

  /** Whether something is wrong with a field. */
  public boolean has(List<?> faults, String field) {
    return faults.stream()
        .anyMatch(f -> f instanceof FieldFault fault && fault.field().equals(field));
  }
}

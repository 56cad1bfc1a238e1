package nl.kindcheck.core.family;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A word of the domain with the code under which it is published: the name in lower case, with
 * hyphens.
 */
public interface Coded {

  String name();

  /** The code in our published code systems, for instance {@code partly-with-patient}. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Finds the constant for a published code; empty where the code is not one of this type. */
  static <E extends Enum<E> & Coded> Optional<E> find(Class<E> type, String code) {
    return Arrays.stream(type.getEnumConstants()).filter(e -> e.code().equals(code)).findFirst();
  }
}

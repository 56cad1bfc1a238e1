package nl.kindcheck.core.rule;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds a citizen service number (BSN) in a text: nine digits that pass the eleven-test, together
 * or in groups. A child's BSN is never recorded, also not hidden in free text (requirements 4.11).
 */
public final class Bsn {

  private static final int LENGTH = 9;
  private static final String SEPARATORS = " .-\u00a0\u2009\u202f\u2010\u2011\u2013";

  /** So that {@code 123 - 456 - 782} is found too. */
  private static final int LONGEST_SEPARATION = 3;

  private Bsn() {}

  /**
   * Whether a text holds nine digits that pass the eleven-test: written together, or in groups with
   * spaces, dots or hyphens between them. Digits within a longer run of digits do not count.
   */
  public static boolean hiddenIn(String text) {
    List<String> groups = new ArrayList<>();
    StringBuilder digits = new StringBuilder();
    int separation = 0;
    for (int i = 0; i <= text.length(); i++) {
      int digit = i < text.length() ? Character.digit(text.charAt(i), 10) : -1;
      if (digit >= 0) {
        if (digits.isEmpty() && separation > LONGEST_SEPARATION) {
          groups.clear();
        }
        digits.append(digit);
        separation = 0;
        continue;
      }
      if (!digits.isEmpty()) {
        groups.add(digits.toString());
        digits.setLength(0);
        if (endsWithBsn(groups)) {
          return true;
        }
      }
      separation++;
      if (i < text.length() && SEPARATORS.indexOf(text.charAt(i)) < 0) {
        groups.clear();
      }
    }
    return false;
  }

  private static boolean endsWithBsn(List<String> groups) {
    StringBuilder end = new StringBuilder();
    for (int i = groups.size() - 1; i >= 0 && end.length() < LENGTH; i--) {
      end.insert(0, groups.get(i));
    }
    return end.length() == LENGTH && passesElevenTest(end);
  }

  /** Weights 9 down to 2, and minus 1 for the last digit; nine zeros are nobody's number. */
  private static boolean passesElevenTest(CharSequence digits) {
    int sum = -(digits.charAt(LENGTH - 1) - '0');
    boolean zeros = sum == 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = digits.charAt(i) - '0';
      sum += (LENGTH - i) * digit;
      zeros &= digit == 0;
    }
    return !zeros && sum % 11 == 0;
  }
}

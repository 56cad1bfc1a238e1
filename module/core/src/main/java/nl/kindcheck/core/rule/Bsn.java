package nl.kindcheck.core.rule;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Finds a citizen service number (BSN) in a text: nine digits that pass the eleven-test, together
 * or in groups. A child's BSN is never recorded, also not hidden in free text (requirements 4.11).
 */
public final class Bsn {

  private static final int LENGTH = 9;

  /** So that {@code 123 - 456 - 782} is found too. */
  private static final int LONGEST_SEPARATION = 4;

  /** A day, with a time before or behind it: its digits are nobody's number. */
  private static final Pattern MOMENT =
      Pattern.compile(
          "(?<!\\d)(?:%1$s[ ,]{1,2})?(?:%2$s|%3$s)(?:(?:[ ,T]| om | at ){1,2}%1$s)?(?!\\d)"
              .formatted(
                  "(?:[01]?\\d|2[0-3])[.:][0-5]\\d(?::[0-5]\\d)?",
                  "(?:0?[1-9]|[12]\\d|3[01])[-/. ](?:0?[1-9]|1[0-2])[-/. ](?:19|20)\\d\\d",
                  "(?:19|20)\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])"));

  private Bsn() {}

  /**
   * Whether a text holds nine digits that pass the eleven-test: written together, or in groups with
   * spaces and signs between them, seen or unseen. Digits within a longer run of digits do not
   * count, nor do those of a day and its time.
   */
  public static boolean hiddenIn(String text) {
    String plain = plain(text);
    boolean enough = plain.chars().filter(c -> c >= '0' && c <= '9').count() >= LENGTH;
    return enough && inPlain(MOMENT.matcher(plain).replaceAll("x"));
  }

  /** The digits as digits, and nothing between them that nobody sees. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text.replace("&nbsp;", " "), Normalizer.Form.NFKC)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.FORMAT)
        .forEach(
            c -> {
              int digit = Character.digit(c, 10);
              plain.appendCodePoint(digit < 0 ? c : '0' + digit);
            });
    return plain.toString();
  }

  private static boolean inPlain(String text) {
    List<String> groups = new ArrayList<>();
    StringBuilder digits = new StringBuilder();
    StringBuilder between = new StringBuilder();
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : 'x';
      if (c >= '0' && c <= '9') {
        if (digits.isEmpty() && !joins(between)) {
          groups.clear();
        }
        digits.append(c);
        between.setLength(0);
        continue;
      }
      if (!digits.isEmpty()) {
        groups.add(digits.toString());
        digits.setLength(0);
        if (endsWithBsn(groups)) {
          return true;
        }
      }
      between.append(c);
    }
    return false;
  }

  /** Whether what stands between two groups lets them be one number: a list of numbers is none. */
  private static boolean joins(CharSequence between) {
    boolean letters = between.chars().anyMatch(Character::isLetter);
    boolean list = between.length() > 1 && between.chars().anyMatch(c -> c == ',' || c == ';');
    return !letters && !list && between.length() <= LONGEST_SEPARATION;
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

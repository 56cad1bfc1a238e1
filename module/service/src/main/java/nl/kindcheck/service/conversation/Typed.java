package nl.kindcheck.service.conversation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What somebody typed, exactly as typed, by the name of its field. A field is named by the linkId
 * of its question; in a group that repeats the number of the group stands in it: {@code
 * children.0.label}.
 *
 * @param fields never with a blank value: what was left open is not there
 */
record Typed(Map<String, List<String>> fields) {

  /** A field of the form; what begins otherwise steers the page and is nobody's answer. */
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9.:-]{0,79}");

  private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

  private static final String HERE = ".here";

  /** Steers the page, as the presence of a group does. */
  static final String SHOWN = ".shown";

  static final Typed NOTHING = new Typed(Map.of());

  Typed {
    Map<String, List<String>> kept = new LinkedHashMap<>();
    fields.forEach(
        (name, values) -> {
          List<String> filled = values.stream().filter(v -> !v.isBlank()).toList();
          if (NAME.matcher(name).matches() && !filled.isEmpty()) {
            kept.put(name, filled);
          }
        });
    fields = Collections.unmodifiableMap(kept);
  }

  /** Takes the fields out of the parameters of a request. */
  static Typed of(Map<String, String[]> parameters) {
    Map<String, List<String>> fields = new LinkedHashMap<>();
    parameters.forEach(
        (name, values) ->
            fields.put(name, Arrays.stream(values).map(Typed::withoutControls).toList()));
    return new Typed(fields);
  }

  /** Characters that nobody sees and no record can hold, as they come along with a copied text. */
  private static String withoutControls(String value) {
    return CONTROLS.matcher(value).replaceAll("");
  }

  /** The name of a question's field. */
  static String name(String linkId, String group, int number) {
    return linkId.startsWith(group + ".")
        ? group + "." + number + linkId.substring(group.length())
        : linkId;
  }

  /** Empty where nothing was typed. */
  String value(String name) {
    List<String> values = fields.get(name);
    return values == null ? "" : values.get(0);
  }

  List<String> values(String name) {
    return fields.getOrDefault(name, List.of());
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** The numbers of a group that repeats, those that are still empty too. */
  List<Integer> groups(String group) {
    TreeSet<Integer> numbers = new TreeSet<>();
    String prefix = group + ".";
    for (String name : fields.keySet()) {
      int end = name.indexOf('.', prefix.length());
      if (name.startsWith(prefix) && end > 0) {
        String number = name.substring(prefix.length(), end);
        if (number.matches("\\d{1,3}")) {
          numbers.add(Integer.valueOf(number));
        }
      }
    }
    return new ArrayList<>(numbers);
  }

  /** The same with one group more, still empty. */
  Typed withGroup(String group) {
    List<Integer> there = groups(group);
    int next = there.isEmpty() ? 0 : there.get(there.size() - 1) + 1;
    return with(group + "." + next + HERE, "1");
  }

  Typed withoutGroup(String group, int number) {
    return without(name -> name.startsWith(group + "." + number + "."));
  }

  Typed with(String name, String value) {
    Map<String, List<String>> more = new LinkedHashMap<>(fields);
    more.put(name, List.of(value));
    return new Typed(more);
  }

  Typed without(Predicate<String> names) {
    Map<String, List<String>> fewer = new LinkedHashMap<>(fields);
    fewer.keySet().removeIf(names);
    return new Typed(fewer);
  }

  /** The fields that were filled otherwise elsewhere, as they are there. */
  Map<String, List<String>> otherwiseIn(Typed elsewhere) {
    Map<String, List<String>> otherwise = new LinkedHashMap<>();
    elsewhere.fields.forEach(
        (name, values) -> {
          if (!steers(name) && !values.equals(values(name))) {
            otherwise.put(name, values);
          }
        });
    return otherwise;
  }

  /**
   * The same, where a child that is only pointed to by its id has the facts that are known of it.
   */
  Typed withFactsFrom(Typed known) {
    Map<String, List<String>> more = new LinkedHashMap<>(fields);
    for (int number : groups("children")) {
      String child = "children." + number;
      for (int other : known.groups("children")) {
        String same = "children." + other;
        boolean isSame =
            has(child + ".id") && value(child + ".id").equals(known.value(same + ".id"));
        if (isSame && !has(child + ".label")) {
          known.fields.forEach(
              (name, values) -> {
                if (name.startsWith(same + ".")) {
                  more.putIfAbsent(child + name.substring(same.length()), values);
                }
              });
        }
      }
    }
    return new Typed(more);
  }

  /** Whether anything but the bare presence of a group was typed. */
  boolean isEmpty() {
    return fields.keySet().stream().allMatch(Typed::steers);
  }

  private static boolean steers(String name) {
    return name.endsWith(HERE) || name.endsWith(SHOWN);
  }
}

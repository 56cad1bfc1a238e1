package nl.kindcheck.service.audit;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is being done: the fact, never the content.
 *
 * @param object the kind of thing: a FHIR type, or the name of a page
 * @param reference its id; null where it is none in particular
 * @param parameters the names of the parameters that were used, never their values
 */
public record Deed(
    Event event, String object, @Nullable String reference, List<String> parameters) {

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9.-]{1,64}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_-]{0,39}");
  private static final int MOST = 20;

  public Deed {
    // What somebody put in the place of an id or a name may be anything: only what looks like one.
    reference = reference != null && ID.matcher(reference).matches() ? reference : null;
    parameters =
        parameters.stream().filter(n -> NAME.matcher(n).matches()).sorted().limit(MOST).toList();
  }

  public static Deed of(Event event, String object, @Nullable String reference) {
    return new Deed(event, object, reference, List.of());
  }

  public static Deed search(String object, Collection<String> parameters) {
    return new Deed(Event.SEARCH, object, null, List.copyOf(parameters));
  }
}

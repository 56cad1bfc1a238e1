package nl.kindcheck.fhir;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One page of a search, as an EPD put it in a prefetch or answered it.
 *
 * @param kind what was there
 * @param resources the resources of its entries, without outcomes; empty unless a Bundle
 * @param next the address of the next page; null where there is none
 */
public record BundlePage(Kind kind, List<JsonNode> resources, @Nullable String next) {

  /** What can stand where a Bundle is expected. */
  public enum Kind {
    BUNDLE,
    OPERATION_OUTCOME,
    /** Absent or {@code null}: a read or search without data, or one not done. */
    NOTHING,
    OTHER
  }

  public BundlePage {
    resources = List.copyOf(resources);
  }

  /**
   * Looks at what stands where a Bundle is expected.
   *
   * @param node what stands there; null where nothing does
   * @throws UnreadableResource where a Bundle holds something of another JSON type than FHIR's
   */
  public static BundlePage of(@Nullable JsonNode node) {
    if (node == null || node.isNull() || node.isMissingNode()) {
      return new BundlePage(Kind.NOTHING, List.of(), null);
    }
    EpdNode bundle = EpdNode.top(node, "Bundle");
    String type = node.isObject() ? bundle.text("resourceType").orElse("") : "";
    if (!type.equals("Bundle")) {
      Kind kind = type.equals("OperationOutcome") ? Kind.OPERATION_OUTCOME : Kind.OTHER;
      return new BundlePage(kind, List.of(), null);
    }
    List<JsonNode> resources = new ArrayList<>();
    for (EpdNode entry : bundle.list("entry")) {
      entry
          .object("resource")
          .filter(resource -> !isOutcome(entry, resource))
          .ifPresent(resource -> resources.add(resource.json()));
    }
    return new BundlePage(Kind.BUNDLE, resources, next(bundle));
  }

  private static boolean isOutcome(EpdNode entry, EpdNode resource) {
    return entry
            .object("search")
            .flatMap(search -> search.text("mode"))
            .filter("outcome"::equals)
            .isPresent()
        || resource.text("resourceType").filter("OperationOutcome"::equals).isPresent();
  }

  private static @Nullable String next(EpdNode bundle) {
    for (EpdNode link : bundle.list("link")) {
      if (link.text("relation").filter("next"::equals).isPresent()) {
        return link.text("url").orElse(null);
      }
    }
    return null;
  }

  /** Whether this is all there is: a Bundle without a next page. */
  public boolean isWhole() {
    return kind == Kind.BUNDLE && next == null;
  }
}

package nl.kindcheck.service.tenancy;

/** Which queries of granular scopes can be kept to. One that cannot grants nothing. */
public interface GranularScopes {

  /** Whether a resource type can be narrowed by every parameter of a scope's query. */
  boolean understands(SmartScope scope, String type);
}

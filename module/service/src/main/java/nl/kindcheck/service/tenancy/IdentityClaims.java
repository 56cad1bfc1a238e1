package nl.kindcheck.service.tenancy;

import java.util.Map;
import java.util.Set;

/** Finds in the claims of a token what a kind of identity provider says of its bearer. */
public interface IdentityClaims {

  /** The codes of the organisations; empty where the claim is none, or of a form we do not know. */
  Set<String> organisations(Map<String, Object> claims);

  /** The codes of roles, also of those that are none of ours. */
  Set<String> roles(Map<String, Object> claims);
}

/** The Keycloak adapter: where Keycloak writes roles and the organisation in its tokens. */
@NullMarked
@ApplicationModule(allowedDependencies = "tenancy")
package nl.kindcheck.service.keycloak;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;

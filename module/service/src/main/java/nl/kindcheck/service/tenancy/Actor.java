package nl.kindcheck.service.tenancy;

/**
 * Who does something, and in which role.
 *
 * @param user as the identity provider or the EPD names them; no name
 * @param source where they signed in: {@code token}, {@code office}, {@code launch} or {@code demo}
 */
public record Actor(String user, Role role, String source) {}

package nl.kindcheck.service.tenancy;

/**
 * Who does something, as the log names them.
 *
 * @param user as the EPD or the identity provider names them; never a name of a person
 * @param source from where they come: the EPD that launched, or the interface that was called
 */
public record Actor(String user, Role role, String source) {}

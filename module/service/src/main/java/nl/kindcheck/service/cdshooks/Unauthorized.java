package nl.kindcheck.service.cdshooks;

/**
 * The call's token is not good. Says nothing to the caller: whoever tries tokens learns neither
 * which part is wrong nor who is registered.
 */
final class Unauthorized extends Exception {

  private static final long serialVersionUID = 1L;

  Unauthorized(String why) {
    super(why, null, false, false);
  }
}

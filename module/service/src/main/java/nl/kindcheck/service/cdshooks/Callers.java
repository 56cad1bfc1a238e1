package nl.kindcheck.service.cdshooks;

import jakarta.servlet.http.HttpServletRequest;

/** Says who calls. */
interface Callers {

  /**
   * @param endpoint the address that was called, as outsiders know it
   * @throws Unauthorized where that is not certain
   */
  Caller of(HttpServletRequest http, String endpoint) throws Unauthorized;
}

package nl.kindcheck.demoepd.service;

import java.util.Locale;

/** Why the service gave no answer that can be used. Care goes on in each of these cases. */
public enum Silence {
  /** No connection. */
  AWAY,
  /** No complete answer in time. */
  SLOW,
  /** It says that it failed. */
  FAULT,
  /** It answered something that is no answer to the question. */
  UNREADABLE;

  /** The key of the text that says so. */
  public String key() {
    return "silence." + name().toLowerCase(Locale.ROOT);
  }
}

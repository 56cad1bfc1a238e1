package nl.kindcheck.service.audit;

import nl.kindcheck.core.family.Coded;

/** What is logged. A closed list: what is not in it, is not logged under any other name. */
public enum Event implements Coded {
  READ("read"),
  SEARCH("search"),
  CREATE("create"),
  CORRECT("correct"),
  PRINT("print"),
  EXPORT("export"),
  REFUSE("refuse"),
  /** Somebody takes access in an emergency; what follows has it as its ground. */
  EMERGENCY("emergency"),
  LOGIN("login"),
  LOGOUT("logout"),
  /** Somebody opened a record: from the EPD, or from the office. The ground says which. */
  LAUNCH("launch"),
  /** An EPD called a CDS Hooks service. */
  HOOK("hook"),
  /** Something was given to somebody outside. */
  DISCLOSE("disclose"),
  DESTROY("destroy"),
  READ_LOG("read-log");

  private final String code;

  Event(String code) {
    this.code = code;
  }

  @Override
  public String code() {
    return code;
  }

  /** What a transaction is, in the course of this: one that only reads is a reading. */
  Event in(boolean writing) {
    return switch (this) {
      case CREATE, CORRECT, DESTROY -> writing ? this : READ;
      case READ, SEARCH -> writing ? CREATE : this;
      default -> this;
    };
  }
}

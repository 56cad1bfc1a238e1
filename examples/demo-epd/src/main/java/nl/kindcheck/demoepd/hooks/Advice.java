package nl.kindcheck.demoepd.hooks;

import java.util.List;
import nl.kindcheck.demoepd.service.Silence;

/** What a page knows of Kindcheck's advice. Not knowing is an answer of its own. */
public sealed interface Advice {

  /** The name of the advice in a model. */
  String NAME = "advice";

  /** The cards; none means that Kindcheck has nothing to say now. */
  record Given(List<ShownCard> cards) implements Advice {}

  /**
   * It is not known whether there is advice.
   *
   * @param why the key of the text that says why
   */
  record Unknown(String why) implements Advice {

    static Unknown because(Silence silence) {
      return new Unknown(silence.key());
    }
  }

  /** For the pages. */
  default boolean known() {
    return this instanceof Given;
  }
}

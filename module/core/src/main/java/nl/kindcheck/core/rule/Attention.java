package nl.kindcheck.core.rule;

import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.GutFeeling;
import nl.kindcheck.core.family.Wellbeing;

/**
 * Whether a conversation raises attention: concerns, an unclear outcome, or a gut feeling that is
 * not good. The gut feeling can raise attention and nothing here lowers it (requirements 4.7). It
 * is yes or no, never a number (4.6).
 */
public final class Attention {

  private Attention() {}

  public static boolean isRaisedBy(Conversation conversation, Outcome inEffect) {
    return inEffect == Outcome.CONCERNS
        || inEffect == Outcome.SAFETY_CONCERN
        || inEffect == Outcome.UNCLEAR
        || conversation.said().stream().anyMatch(said -> raises(said.claim()));
  }

  private static boolean raises(Claim claim) {
    return (claim instanceof Claim.Felt felt && felt.gutFeeling() != GutFeeling.PLUIS)
        || (claim instanceof Claim.Fares fares && fares.wellbeing() == Wellbeing.CONCERNS);
  }
}

package nl.kindcheck.service.guide;

import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.rule.AgeBand;

/** The topics of the guide, in the order in which a conversation needs them. */
public enum GuideTopic implements Coded {
  OPENING,
  WHY,
  AFRAID,
  AGE_BABY,
  AGE_TODDLER,
  AGE_SCHOOL_AGE,
  AGE_ADOLESCENT,
  EXPLAIN_ILLNESS,
  PREGNANCY,
  NETWORK,
  NO_ANSWER,
  OFFICER,
  /** Examples of what a parent can want to do as a parent. */
  PARENT_GOAL,
  /** For the parent, to take home. */
  LEAFLET;

  /** The prompts that fit an age. */
  public static GuideTopic of(AgeBand band) {
    return switch (band) {
      case BABY -> AGE_BABY;
      case TODDLER -> AGE_TODDLER;
      case SCHOOL_AGE -> AGE_SCHOOL_AGE;
      case ADOLESCENT -> AGE_ADOLESCENT;
    };
  }
}

package nl.kindcheck.core.policy;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation decides about its Kindchecks: one versioned document. The intervals are ours
 * and configurable; no source gives months (facts, Kindcheck).
 *
 * @param version names the version in every reason, for instance {@code default-1}
 * @param effectiveFrom the first day on which it applies
 * @param enforcement how far closing an encounter is enforced
 * @param intervals the months between two Kindchecks
 * @param windows the days that the rules allow
 * @param moments the mapping from encounters to moments, in order
 * @param evaluationCodeSystems the code systems whose observations are an evaluation of the
 *     treatment
 * @param fallbackRole who owns a check that has neither a care manager nor an intaker
 * @param escalationRole who gets what was postponed twice or is long overdue
 * @param retention how long things are kept
 * @param access for how long care opens a record, and an emergency
 * @param startedOn the first day on which the organisation asks: of whoever was in care before it,
 *     nothing falls due earlier, so that nobody is overdue on the first day of use; not after
 *     {@code effectiveFrom}; null where it always asked
 */
public record Policy(
    String version,
    LocalDate effectiveFrom,
    Enforcement enforcement,
    Intervals intervals,
    Windows windows,
    List<MomentMapping> moments,
    List<String> evaluationCodeSystems,
    String fallbackRole,
    String escalationRole,
    Retention retention,
    Access access,
    @Nullable LocalDate startedOn)
    implements Serializable {

  /** The code of the role that Kindcheck itself knows: the officer for children of the patient. */
  public static final String OFFICER = "kopp-kov-officer";

  private static final String ACT_CODE = "http://terminology.hl7.org/CodeSystem/v3-ActCode";
  private static final String SNOMED = "http://snomed.info/sct";

  /** The questions of the HoNOS+ in the Dutch clinical building blocks. */
  public static final String HONOS_PLUS = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.28.1";

  public Policy {
    moments = List.copyOf(moments);
    evaluationCodeSystems = List.copyOf(evaluationCodeSystems);
  }

  /** A policy that chooses nothing about how long things are kept, nor about access. */
  public Policy(
      String version,
      LocalDate effectiveFrom,
      Enforcement enforcement,
      Intervals intervals,
      Windows windows,
      List<MomentMapping> moments,
      List<String> evaluationCodeSystems,
      String fallbackRole,
      String escalationRole) {
    this(
        version,
        effectiveFrom,
        enforcement,
        intervals,
        windows,
        moments,
        evaluationCodeSystems,
        fallbackRole,
        escalationRole,
        Retention.STANDARD,
        Access.STANDARD,
        null);
  }

  /**
   * How long things are kept.
   *
   * @param logYears the years for which the log of NEN 7513 is kept, 5 to 30; less than five is
   *     never allowed, and no longer than the record
   * @param recordYears the years for which a record is kept after its last change, 20 to 115 (BW
   *     7:454); then destroying it is proposed, and a person decides
   */
  public record Retention(int logYears, int recordYears) implements Serializable {

    public static final Retention STANDARD = new Retention(5, 20);
  }

  /**
   * For how long care opens a record without a launch from the EPD, and an emergency. The numbers
   * are ours and configurable; no source gives them.
   *
   * @param careRelationDays for how many days after a contact, and after care has ended, the EPD's
   *     word that somebody gave care still opens the record, 1 to 366
   * @param emergencyMinutes how long access in an emergency lasts, 5 to 480
   * @param emergenciesADay how many a person may need on a day before the notice says so, 1 to 50;
   *     more of them are never refused
   */
  public record Access(int careRelationDays, int emergencyMinutes, int emergenciesADay)
      implements Serializable {

    public static final Access STANDARD = new Access(90, 60, 3);
  }

  /**
   * Months until the next Kindcheck, each 1 to 36; never longer with children than without, nor
   * with concerns than with children.
   *
   * @param withoutChildren after a Kindcheck that found none
   * @param withChildren where there are children or a pregnancy
   * @param withConcerns after concerns, an unclear outcome, or a gut feeling that is not good
   * @param afterDecline after a decline or a "not applicable"
   */
  public record Intervals(int withoutChildren, int withChildren, int withConcerns, int afterDecline)
      implements Serializable {}

  /**
   * Days that the rules allow.
   *
   * @param eventMetBefore how many days before an event a complete check still meets it, 0 to 60
   * @param overdueAfter how many days after its due date a check is overdue, 0 to 60
   * @param urgentOverdueAfter the same after a crisis or an admission, 0 to 7
   * @param escalateAfter how many days after the due date the officer gets it, at least {@code
   *     overdueAfter}, to 180
   * @param longestPostponement the furthest day to which a check may be postponed, 1 to 90
   */
  public record Windows(
      int eventMetBefore,
      int overdueAfter,
      int urgentOverdueAfter,
      int escalateAfter,
      int longestPostponement)
      implements Serializable {}

  /** The policy that works without anybody having chosen anything. */
  public static Policy standard() {
    return new Policy(
        "standard-1",
        LocalDate.of(2026, 1, 1),
        Enforcement.REMIND,
        new Intervals(12, 6, 3, 3),
        new Windows(14, 7, 0, 28, 42),
        List.of(
            mapping(MomentMapping.Element.CLASS, ACT_CODE, "EMER", Moment.CRISIS),
            mapping(MomentMapping.Element.CLASS, ACT_CODE, "IMP", Moment.ADMISSION),
            mapping(MomentMapping.Element.CLASS, ACT_CODE, "ACUTE", Moment.ADMISSION),
            mapping(MomentMapping.Element.CLASS, ACT_CODE, "NONAC", Moment.ADMISSION),
            mapping(MomentMapping.Element.TYPE, SNOMED, "425268008", Moment.EVALUATION),
            new MomentMapping(MomentMapping.Element.FIRST_OF_EPISODE, null, Moment.INTAKE)),
        List.of(HONOS_PLUS),
        OFFICER,
        OFFICER);
  }

  private static MomentMapping mapping(
      MomentMapping.Element element, String system, String code, Moment moment) {
    return new MomentMapping(element, new Code(system, code), moment);
  }

  /** The same policy at another level of enforcement, under another version. */
  public Policy with(Enforcement level, String newVersion) {
    return new Policy(
        newVersion,
        effectiveFrom,
        level,
        intervals,
        windows,
        moments,
        evaluationCodeSystems,
        fallbackRole,
        escalationRole,
        retention,
        access,
        startedOn);
  }

  /** The same policy with another retention. */
  public Policy with(Retention other) {
    return new Policy(
        version,
        effectiveFrom,
        enforcement,
        intervals,
        windows,
        moments,
        evaluationCodeSystems,
        fallbackRole,
        escalationRole,
        other,
        access,
        startedOn);
  }

  /** The same policy with other times of access. */
  public Policy with(Access other) {
    return new Policy(
        version,
        effectiveFrom,
        enforcement,
        intervals,
        windows,
        moments,
        evaluationCodeSystems,
        fallbackRole,
        escalationRole,
        retention,
        other,
        startedOn);
  }

  /** The same policy of an organisation that began to ask on a day. */
  public Policy startingOn(@Nullable LocalDate day) {
    return new Policy(
        version,
        effectiveFrom,
        enforcement,
        intervals,
        windows,
        moments,
        evaluationCodeSystems,
        fallbackRole,
        escalationRole,
        retention,
        access,
        day);
  }

  /** The same policy under another name, from another day. */
  public Policy named(String newVersion, LocalDate from) {
    return new Policy(
        newVersion,
        from,
        enforcement,
        intervals,
        windows,
        moments,
        evaluationCodeSystems,
        fallbackRole,
        escalationRole,
        retention,
        access,
        startedOn);
  }
}

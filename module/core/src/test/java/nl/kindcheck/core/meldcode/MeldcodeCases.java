package nl.kindcheck.core.meldcode;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import nl.kindcheck.core.family.Answer;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.Perspective;

/** Records as they are told in the tests, and thousands of generated ones. */
final class MeldcodeCases {

  static final MeldcodeId ID = new MeldcodeId(new UUID(0, 1));
  static final LocalDate DAY = LocalDate.of(2026, 6, 1);
  private static final Instant START = Instant.parse("2026-06-01T09:00:00Z");

  private MeldcodeCases() {}

  static MeldcodeEvent.Opened opened() {
    return new MeldcodeEvent.Opened("Blauwe plekken", List.of(), List.of(), null);
  }

  /** A record of an opening and what came after it, each a minute later. */
  static MeldcodeRecord record(MeldcodeEvent... after) {
    List<MeldcodeEvent> events = new ArrayList<>(List.of(opened()));
    events.addAll(List.of(after));
    return MeldcodeRecord.of(ID, entries(events));
  }

  static List<MeldcodeEntry> entries(List<MeldcodeEvent> events) {
    return IntStream.range(0, events.size())
        .mapToObj(
            i -> new MeldcodeEntry("Practitioner/anna", START.plusSeconds(60L * i), events.get(i)))
        .toList();
  }

  /** Generated event lists, each beginning with its opening. */
  static List<List<MeldcodeEvent>> generated(long seed, int count) {
    Random random = new Random(seed);
    List<List<MeldcodeEvent>> all = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<MeldcodeEvent> events = new ArrayList<>(List.of(opened()));
      int more = random.nextInt(40);
      for (int n = 0; n < more; n++) {
        events.add(anEvent(random));
      }
      all.add(events);
    }
    return all;
  }

  static MeldcodeEvent anEvent(Random random) {
    String text = "Tekst " + random.nextInt(1000);
    return switch (random.nextInt(23)) {
      case 0 ->
          new MeldcodeEvent.Opened(
              text,
              List.of(new ChildId(new UUID(1, random.nextInt(3)))),
              random.nextBoolean() ? List.of(pick(random, Also.values())) : List.of(),
              null);
      case 1 -> new MeldcodeEvent.Closed(text);
      case 2 -> new MeldcodeEvent.Reopened(text);
      case 3 -> new MeldcodeEvent.AcuteDangerNoted(random.nextBoolean() ? text : null);
      case 4 -> new MeldcodeEvent.AcuteDangerOver(text);
      case 5 -> new MeldcodeEvent.SuspicionUnfounded(text);
      case 6 -> new MeldcodeEvent.ShieldingSet(random.nextBoolean(), text);
      case 7 -> new MeldcodeEvent.StepWorkedOn(pick(random, Step.values()), text);
      case 8 -> new MeldcodeEvent.StepClosed(pick(random, Step.values()), null);
      case 9 -> new MeldcodeEvent.StepReopened(pick(random, Step.values()), text);
      case 10 ->
          new MeldcodeEvent.SignalNoted(
              DAY, pick(random, Perspective.values()), pick(random, Nature.values()), text);
      case 11 -> new MeldcodeEvent.ColleagueConsulted(DAY, "een collega", text);
      case 12 -> new MeldcodeEvent.AdviceAsked(DAY, null, text);
      case 13 -> new MeldcodeEvent.AnonymousAdviceAsked(DAY, text);
      case 14 -> new MeldcodeEvent.TalkHeld(DAY, pick(random, Involved.values()), text);
      case 15 -> new MeldcodeEvent.TalkNotHeld(text);
      case 16 ->
          new MeldcodeEvent.Weighed(
              pick(random, Weighing.values()), pick(random, Answer.values()), null);
      case 17 -> new MeldcodeEvent.ReportingDecided(pick(random, Verdict.values()), text);
      case 18 -> new MeldcodeEvent.SupportDecided(pick(random, Verdict.values()), text);
      case 19 -> new MeldcodeEvent.AccountGiven(pick(random, Account.values()), text);
      case 20 ->
          random.nextBoolean()
              ? new MeldcodeEvent.DiscussedWithFamily(DAY, text)
              : new MeldcodeEvent.NotDiscussedWithFamily(text);
      case 21 -> new MeldcodeEvent.NoAcuteDanger();
      default -> new MeldcodeEvent.ReportMade(DAY, "Veilig Thuis", null);
    };
  }

  private static <T> T pick(Random random, T[] values) {
    return values[random.nextInt(values.length)];
  }
}

package nl.kindcheck.core;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.family.Claim;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Nature;
import nl.kindcheck.core.family.PartialDate;
import nl.kindcheck.core.family.Perspective;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.family.Statement;
import nl.kindcheck.core.family.StatementId;
import org.jspecify.annotations.Nullable;

/** Tells a family's story, one statement after the other, in the order of recording. */
public final class Telling {

  private static final ResponseId RESPONSE = new ResponseId(new UUID(7, 7));

  private final List<Statement> statements = new ArrayList<>();
  private Perspective perspective = Perspective.PARENT;
  private Nature nature = Nature.FACT;
  private PartialDate observedAt = PartialDate.parse("2026-01-12");

  /** What follows was seen or said on this day, month or year. */
  public Telling on(String date) {
    observedAt = PartialDate.parse(date);
    return this;
  }

  public Telling on(LocalDate day) {
    observedAt = PartialDate.of(day);
    return this;
  }

  public Telling by(Perspective teller) {
    perspective = teller;
    return this;
  }

  public Telling as(Nature how) {
    nature = how;
    return this;
  }

  public Telling says(Claim... claims) {
    for (Claim claim : claims) {
      add(claim, null);
    }
    return this;
  }

  /** Corrects the last statement that makes the claim. */
  public Telling corrects(Claim wrong, String reason, Claim right) {
    return add(right, new Statement.Correction(idOf(wrong), reason));
  }

  /** Takes back the last statement that makes the claim. */
  public Telling retracts(Claim wrong, String reason) {
    return corrects(wrong, reason, new Claim.Retracted(wrong.topic()));
  }

  private StatementId idOf(Claim claim) {
    StatementId found = null;
    for (Statement s : statements) {
      found = s.claim().equals(claim) ? s.id() : found;
    }
    if (found == null) {
      throw new IllegalArgumentException("Nobody said " + claim);
    }
    return found;
  }

  private Telling add(Claim claim, Statement.@Nullable Correction corrects) {
    int next = statements.size() + 1;
    statements.add(
        new Statement(
            new StatementId(new UUID(1, next)),
            claim,
            perspective,
            nature,
            "Practitioner/12",
            observedAt,
            observedAt.lastDay().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC).plusSeconds(next),
            new Statement.Origin(RESPONSE, 1, claim.topic().code()),
            corrects));
    return this;
  }

  public List<Statement> statements() {
    return List.copyOf(statements);
  }

  public Family family() {
    return Family.of(statements);
  }
}

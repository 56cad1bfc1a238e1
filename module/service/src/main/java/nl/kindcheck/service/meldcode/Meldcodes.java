package nl.kindcheck.service.meldcode;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.kindcheck.core.family.Child;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Family;
import nl.kindcheck.core.family.Pregnancy;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.core.meldcode.MeldcodeId;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.core.rule.Check;
import nl.kindcheck.core.rule.Outcome;
import nl.kindcheck.service.family.FamilyId;
import nl.kindcheck.service.family.FamilyRecord;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.TenantSql;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** The Meldcode records of the patient in whose record somebody works. */
@Component
class Meldcodes {

  private final TenantSql sql;
  private final MeldcodeRows rows;
  private final FamilyRecord families;
  private final DomainClock clock;

  Meldcodes(TenantSql sql, MeldcodeRows rows, FamilyRecord families, DomainClock clock) {
    this.sql = sql;
    this.rows = rows;
    this.families = families;
    this.clock = clock;
  }

  /**
   * What the family's record knows that a Meldcode record refers to.
   *
   * @param children the children by id, with the label they have; blank where they have none
   * @param expected whether a child is expected
   * @param concerns the Kindchecks that named a safety concern, by id, with their day
   */
  record Known(
      Map<ChildId, String> children, boolean expected, Map<ResponseId, LocalDate> concerns) {}

  /**
   * What came of recording.
   *
   * @param version how many entries the record had before
   * @param repeated whether it was there already, sent a second time
   */
  record Added(MeldcodeId id, int version, boolean repeated) {}

  List<MeldcodeRecord> all(LaunchContext launch) {
    return sql.inTransaction(launch.tenant(), () -> rows.of(launch.tenant(), family(launch)));
  }

  /**
   * One record of this patient.
   *
   * @throws Refused 404 where this patient, at this organisation, has none with this id
   */
  MeldcodeRecord one(LaunchContext launch, MeldcodeId id) {
    Optional<MeldcodeRecord> found =
        sql.inTransaction(launch.tenant(), () -> rows.find(launch.tenant(), family(launch), id));
    return found.orElseThrow(() -> new Refused(HttpStatus.NOT_FOUND, "meldcode.not-found", null));
  }

  Known known(LaunchContext launch) {
    return sql.inTransaction(
        launch.tenant(),
        () -> {
          FamilyId id = family(launch);
          Family family = families.family(launch.tenant(), id);
          Map<ChildId, String> children = new LinkedHashMap<>();
          for (Child child : family.children()) {
            children.put(child.id(), child.label().orElse(""));
          }
          Map<ResponseId, LocalDate> concerns = new LinkedHashMap<>();
          for (Check check : families.checks(launch.tenant(), id)) {
            if (check.outcome() == Outcome.SAFETY_CONCERN) {
              concerns.put(check.id(), check.on());
            }
          }
          return new Known(
              children, family.pregnancy().filter(Pregnancy::ongoing).isPresent(), concerns);
        });
  }

  /** Opens a record; the same form sent again finds the one it opened. */
  Added open(LaunchContext launch, UUID key, List<MeldcodeEvent> events) {
    String seed = launch.tenant() + " " + launch.patient() + " " + key;
    return add(launch, new MeldcodeId(UUID.nameUUIDFromBytes(seed.getBytes(UTF_8))), key, events);
  }

  /**
   * Appends what one sending of a form recorded. Whatever somebody else recorded meanwhile stays
   * beside it.
   */
  Added add(LaunchContext launch, MeldcodeId id, UUID key, List<MeldcodeEvent> events) {
    return sql.inTransaction(
        launch.tenant(),
        () -> {
          rows.lock(id);
          FamilyId family = family(launch);
          int version =
              rows.find(launch.tenant(), family, id).map(MeldcodeRecord::version).orElse(0);
          int appended =
              rows.append(
                  launch.tenant(),
                  family,
                  id,
                  submission(key, events),
                  launch.user(),
                  clock.now(),
                  events);
          return new Added(id, version, appended == 0);
        });
  }

  /**
   * The same form with the same content is the same sending. With other content it is another one:
   * somebody went back and wrote more, which must not be lost.
   */
  private static UUID submission(UUID key, List<MeldcodeEvent> events) {
    String content = events.stream().map(EventJson::write).collect(Collectors.joining("\n"));
    return UUID.nameUUIDFromBytes((key + "\n" + content).getBytes(UTF_8));
  }

  private static FamilyId family(LaunchContext launch) {
    return FamilyId.of(launch.tenant(), launch.patient());
  }
}

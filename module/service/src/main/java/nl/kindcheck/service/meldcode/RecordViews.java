package nl.kindcheck.service.meldcode;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.core.meldcode.DangerCall;
import nl.kindcheck.core.meldcode.Lacking;
import nl.kindcheck.core.meldcode.MeldcodeEntry;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.core.meldcode.MeldcodeRules;
import nl.kindcheck.core.meldcode.StepStanding;
import nl.kindcheck.core.meldcode.StepState;
import nl.kindcheck.core.policy.Policy;
import nl.kindcheck.core.rule.Decision;
import nl.kindcheck.core.rule.Reason;
import nl.kindcheck.service.meldcode.EntryViews.Reading;
import nl.kindcheck.service.meldcode.RecordView.CallView;
import nl.kindcheck.service.meldcode.RecordView.DangerView;
import nl.kindcheck.service.meldcode.RecordView.EntryView;
import nl.kindcheck.service.meldcode.RecordView.LackingView;
import nl.kindcheck.service.meldcode.RecordView.StepView;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words a record: what core decided about it, nothing of its own. */
@Component
class RecordViews {

  private final Texts texts;
  private final EntryViews entries;
  private final Organisations organisations;

  RecordViews(Texts texts, EntryViews entries, Organisations organisations) {
    this.texts = texts;
    this.entries = entries;
    this.organisations = organisations;
  }

  RecordView view(MeldcodeRecord record, TenantId tenant, Policy policy, Reading reading) {
    Locale locale = reading.locale();
    Decision<List<Lacking>> lacking = MeldcodeRules.lacking(record, policy);
    String base = "/app/meldcode/" + record.id();
    return new RecordView(
        record.id().toString(),
        texts.of(
            "meldcode.heading",
            Map.of("day", EntryViews.day(record.opening().at()).toString()),
            locale),
        entries.about(record, reading),
        entries.view(record.opening(), reading),
        dangerState(record, locale),
        entry(record.aboutDanger().orElse(null), reading),
        entry(record.closed().orElse(null), reading),
        record.isShielded(),
        texts.of(record.isShielded() ? "meldcode.shielded" : "meldcode.not-shielded", locale),
        danger(record, tenant, policy, reading),
        entry(record.unfounded().orElse(null), reading),
        MeldcodeRules.steps(record, policy).outcome().stream()
            .map(s -> step(record, s, reading))
            .toList(),
        lacking.outcome().stream()
            .map(
                l ->
                    new LackingView(
                        texts.of("meldcode.lacking." + l.code(), locale), base + form(l)))
            .toList(),
        worded(lacking.reasons().get(0), locale),
        texts.of("meldcode.norm." + lacking.reasons().get(0).rule(), locale));
  }

  /** The form in which something that is lacking can be recorded. */
  private static String form(Lacking lacking) {
    return switch (lacking) {
      case SUSPICION, UNSAFETY, EFFECTIVE_SUPPORT, ACCEPTED, WORKS_IN_TIME ->
          "/weigh#" + lacking.code();
      case REPORTING, SUPPORT -> "/decide#" + lacking.code();
      case DISCUSSED -> "/step/5";
      default -> "/account#" + lacking.code();
    };
  }

  private String worded(Reason reason, Locale locale) {
    return texts.of("meldcode.reason." + reason.rule(), reason.facts(), locale);
  }

  /** Not asked is no "no". */
  private String dangerState(MeldcodeRecord record, Locale locale) {
    return texts.of(
        "meldcode.danger.state."
            + record
                .aboutDanger()
                .map(entry -> EntryViews.kebab(entry.event().getClass()))
                .orElse("not-asked"),
        locale);
  }

  private @Nullable EntryView entry(@Nullable MeldcodeEntry entry, Reading reading) {
    return entry == null ? null : entries.view(entry, reading);
  }

  private StepView step(MeldcodeRecord record, StepStanding standing, Reading reading) {
    String state = standing.addedSinceDone() ? "added-since-done" : standing.state().code();
    return new StepView(
        standing.step().number(),
        texts.of("meldcode.step." + standing.step().code(), reading.locale()),
        texts.of("meldcode.step-state." + state, reading.locale()),
        standing.state() == StepState.DONE
            ? ""
            : standing.state() == StepState.OPEN ? "govuk-tag--light-blue" : "govuk-tag--grey",
        record.in(standing.step()).stream().map(e -> entries.view(e, reading)).toList());
  }

  /** Whom to call, where a record says that there is acute danger; else null. */
  private @Nullable DangerView danger(
      MeldcodeRecord record, TenantId tenant, Policy policy, Reading reading) {
    Decision<List<DangerCall>> danger = MeldcodeRules.danger(record, policy);
    return danger.outcome().isEmpty()
        ? null
        : panel(
            worded(danger.reasons().get(0), reading.locale()),
            danger.outcome(),
            tenant,
            entry(record.acuteDanger().orElse(null), reading),
            reading.locale());
  }

  /** Whom to call in case of danger, where none is noted. */
  DangerView inCaseOfDanger(TenantId tenant, Locale locale) {
    return panel(
        texts.of("meldcode.danger.in-case", locale),
        List.of(DangerCall.values()),
        tenant,
        null,
        locale);
  }

  private DangerView panel(
      String title,
      List<DangerCall> calls,
      TenantId tenant,
      @Nullable EntryView noted,
      Locale locale) {
    return new DangerView(
        title,
        texts.of("meldcode.danger.what", locale),
        calls.stream().map(call -> call(call, tenant, locale)).toList(),
        MeldcodeRules.ACUTE + ", " + MeldcodeRules.FRAMEWORK,
        noted);
  }

  private CallView call(DangerCall call, TenantId tenant, Locale locale) {
    String number =
        switch (call) {
          case EMERGENCY_SERVICES -> "112";
          case VEILIG_THUIS -> "0800-2000";
          case CRISIS_LINE -> organisations.byTenant(tenant).crisisLine();
        };
    String key = "meldcode.danger." + call.code();
    return new CallView(
        texts.of(key, locale),
        number,
        dial(number),
        texts.of(number == null ? key + ".none" : key + ".when", locale));
  }

  /** The number as a telephone dials it; null where there is none in it. */
  private static @Nullable String dial(@Nullable String number) {
    String digits = number == null ? "" : number.replaceAll("\\(.*?\\)|[^+\\d]", "");
    return digits.length() < 3 ? null : "tel:" + digits;
  }
}

package nl.kindcheck.service.meldcode;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.core.family.ResponseId;
import nl.kindcheck.core.meldcode.MeldcodeEntry;
import nl.kindcheck.core.meldcode.MeldcodeEvent;
import nl.kindcheck.core.meldcode.MeldcodeRecord;
import nl.kindcheck.service.meldcode.RecordView.EntryView;
import nl.kindcheck.service.meldcode.RecordView.Line;
import nl.kindcheck.service.platform.DomainClock;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/**
 * Words what was recorded. Every part of every kind of event is shown, found by its name, so that
 * none can be forgotten: a part without a text fails the tests.
 */
@Component
class EntryViews {

  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");

  private final Texts texts;

  EntryViews(Texts texts) {
    this.texts = texts;
  }

  /**
   * Who reads, and how children are called.
   *
   * @param reader as a reference of the EPD
   */
  record Reading(String reader, Map<ChildId, String> children, Locale locale) {}

  EntryView view(MeldcodeEntry entry, Reading reading) {
    MeldcodeEvent event = entry.event();
    List<Line> lines = new ArrayList<>();
    for (RecordComponent part : event.getClass().getRecordComponents()) {
      worded(value(event, part), reading)
          .ifPresent(
              text ->
                  lines.add(
                      new Line(
                          texts.of("meldcode.part." + part.getName(), reading.locale()), text)));
    }
    return new EntryView(
        texts.of("meldcode.event." + kebab(event.getClass()), reading.locale()),
        texts.of(
            "meldcode.when",
            Map.of("day", day(entry.at()).toString(), "time", time(entry.at())),
            reading.locale()),
        texts.of("meldcode.day", Map.of("day", day(entry.at()).toString()), reading.locale()),
        entry.author().equals(reading.reader())
            ? texts.of("meldcode.you", reading.locale())
            : entry.author(),
        lines);
  }

  static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, DomainClock.ZONE);
  }

  private static String time(Instant at) {
    return at.atZone(DomainClock.ZONE).format(TIME);
  }

  private static Object value(MeldcodeEvent event, RecordComponent part) {
    try {
      Object value = part.getAccessor().invoke(event);
      return value == null ? "" : value;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Optional<String> worded(Object value, Reading reading) {
    if (value instanceof List<?> several) {
      return Optional.of(
              several.stream()
                  .flatMap(one -> worded(one, reading).stream())
                  .collect(Collectors.joining(", ")))
          .filter(text -> !text.isEmpty());
    } else if (value instanceof LocalDate date) {
      return Optional.of(
          texts.of("meldcode.day", Map.of("day", date.toString()), reading.locale()));
    } else if (value instanceof Coded coded) {
      return Optional.of(
          texts.of("meldcode." + kebab(value.getClass()) + "." + coded.code(), reading.locale()));
    } else if (value instanceof ChildId child) {
      return Optional.of(child(child, reading));
    } else if (value instanceof Boolean yes) {
      return Optional.of(texts.of("meldcode.answer." + (yes ? "yes" : "no"), reading.locale()));
    } else if (value instanceof ResponseId) {
      return Optional.of(texts.of("meldcode.from-kindcheck", reading.locale()));
    }
    return Optional.of(value.toString()).filter(text -> !text.isEmpty());
  }

  /** Whom a record is about: every child, and whoever else was named. */
  String about(MeldcodeRecord record, Reading reading) {
    return Stream.concat(record.children().stream(), record.also().stream())
        .flatMap(one -> worded(one, reading).stream())
        .collect(Collectors.joining(", "));
  }

  private String child(ChildId child, Reading reading) {
    String label = reading.children().getOrDefault(child, "");
    return label.isBlank() ? texts.of("meldcode.child.unnamed", reading.locale()) : label;
  }

  /** The name of a type as a code: {@code SignalNoted} is {@code signal-noted}. */
  static String kebab(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}

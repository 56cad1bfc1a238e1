package nl.kindcheck.service.conversation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.kindcheck.core.rule.Conversation;
import nl.kindcheck.service.kindcheck.KindcheckRecorder;
import nl.kindcheck.service.launch.LaunchContext;
import nl.kindcheck.service.platform.Refused;
import org.springframework.stereotype.Component;

/** What a form says so far, however incomplete: without the fields that cannot be read. */
@Component
class Understood {

  /** One field that is taken out may be what another one stood on. */
  private static final int ROUNDS = 3;

  private final ResponseWriter writer;
  private final KindcheckRecorder recorder;

  Understood(ResponseWriter writer, KindcheckRecorder recorder) {
    this.writer = writer;
    this.recorder = recorder;
  }

  /** Empty where nothing can be made of it as a whole. */
  Optional<Conversation> of(LaunchContext launch, Draft draft) {
    Typed readable = draft.typed();
    for (int round = 0; round < ROUNDS; round++) {
      ResponseWriter.Written written = writer.write(launch, readable, draft.key().toString());
      try {
        return Optional.of(
            recorder.weigh(launch.tenant(), written.response(), null).conversation());
      } catch (Refused refused) {
        Set<String> wrong =
            refused.faults().stream()
                .map(fault -> FormErrors.place(fault, written.response()))
                .filter(field -> !field.isEmpty())
                .collect(Collectors.toSet());
        readable = readable.without(name -> wrong.stream().anyMatch(w -> isOf(name, w)));
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String name, String field) {
    return name.equals(field) || name.startsWith(field + ".") || name.startsWith(field + ":");
  }
}

package nl.kindcheck.service.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import nl.kindcheck.core.disclosure.Asker;
import nl.kindcheck.core.disclosure.DestructionStep;
import nl.kindcheck.core.family.ChildId;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.tenancy.CurrentActor;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** The same as the pages, for programs that act for a person who decides. */
@RestController
class DestructionCalls {

  private static final String PATH = "/destructions";

  private final Destructions destructions;
  private final CurrentActor actor;

  DestructionCalls(Destructions destructions, CurrentActor actor) {
    this.destructions = destructions;
    this.actor = actor;
  }

  /** A step as it is told. */
  public record Step(String step, @Nullable String words, String by, String at) {}

  /** A request as it is told. */
  public record Told(
      UUID id, String patient, @Nullable String child, String asker, List<Step> steps) {}

  /** What is asked; the patient as a reference of the EPD. */
  public record Ask(
      @Nullable String patient,
      @Nullable UUID child,
      @Nullable String asker,
      @Nullable String words) {}

  /** The step that is taken. */
  public record Take(@Nullable String step, @Nullable String words, @Nullable UUID given) {}

  private TenantId tenant() {
    return actor
        .tenant()
        .orElseThrow(() -> new Refused(HttpStatus.UNAUTHORIZED, "access.nobody", null));
  }

  @GetMapping(PATH)
  List<Told> all() {
    return destructions.all(tenant()).stream().map(DestructionCalls::told).toList();
  }

  @GetMapping(PATH + "/{id}")
  Told one(@PathVariable("id") UUID id) {
    return told(destructions.require(tenant(), id));
  }

  @PostMapping(PATH)
  ResponseEntity<Told> ask(@RequestBody Ask ask) {
    String patient = ask.patient() == null ? "" : ask.patient();
    if (!patient.matches("Patient/[A-Za-z0-9\\-.]{1,64}")) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.of-whom", "patient");
    }
    Asker asker =
        Coded.find(Asker.class, ask.asker() == null ? "" : ask.asker())
            .filter(a -> a != Asker.RETENTION)
            .orElseThrow(
                () -> new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.asker", "asker"));
    UUID id = UUID.randomUUID();
    destructions.ask(
        tenant(),
        new Destructions.Asked(
            id,
            patient,
            ask.child() == null ? null : new ChildId(ask.child()),
            asker,
            ask.words() == null ? "" : ask.words(),
            actor.require().user()));
    return ResponseEntity.status(HttpStatus.CREATED).body(one(id));
  }

  @PostMapping(PATH + "/{id}/steps")
  Told take(@PathVariable("id") UUID id, @RequestBody Take take) {
    DestructionStep step =
        Coded.find(DestructionStep.class, take.step() == null ? "" : take.step())
            .filter(s -> s != DestructionStep.ASKED)
            .orElseThrow(
                () -> new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.step", "step"));
    String by = actor.require().user();
    UUID given = take.given();
    if (step != DestructionStep.TOLD) {
      destructions.take(tenant(), id, step, take.words() == null ? "" : take.words(), by);
    } else if (given == null) {
      throw new Refused(HttpStatus.UNPROCESSABLE_CONTENT, "destruction.step", "given");
    } else {
      destructions.told(tenant(), id, given, by);
    }
    return one(id);
  }

  private static Told told(Request request) {
    List<Step> steps = new ArrayList<>();
    request
        .course()
        .entries()
        .forEach(e -> steps.add(new Step(e.step().code(), e.words(), e.by(), e.at().toString())));
    ChildId child = request.child();
    return new Told(
        request.id(),
        request.patient(),
        child == null ? null : child.toString(),
        request.asker().code(),
        steps);
  }
}

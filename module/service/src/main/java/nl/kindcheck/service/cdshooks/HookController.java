package nl.kindcheck.service.cdshooks;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import nl.kindcheck.service.platform.KnownClients;
import nl.kindcheck.service.platform.PublicUrl;
import nl.kindcheck.service.platform.Refused;
import nl.kindcheck.service.platform.Traces;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The CDS Hooks endpoint. Who calls is known before the body is looked at; the answer comes within
 * the budget or says that it could not be worked out.
 */
@RestController
@RequestMapping("/cds-services")
class HookController {

  private static final Logger log = LoggerFactory.getLogger(HookController.class);

  private final Callers callers;
  private final KnownClients clients;
  private final HookAnswers answers;
  private final Feedback feedback;
  private final Discovery discovery;
  private final Cards cards;
  private final Ledger ledger;
  private final PublicUrl publicUrl;
  private final Budget budget;
  private final HookWorkers workers;

  HookController(
      Callers callers,
      KnownClients clients,
      HookAnswers answers,
      Feedback feedback,
      Discovery discovery,
      Cards cards,
      Ledger ledger,
      PublicUrl publicUrl,
      Budget budget) {
    this.callers = callers;
    this.clients = clients;
    this.answers = answers;
    this.feedback = feedback;
    this.discovery = discovery;
    this.cards = cards;
    this.ledger = ledger;
    this.publicUrl = publicUrl;
    this.budget = budget;
    this.workers = new HookWorkers(budget.threads());
  }

  @PreDestroy
  void stop() {
    workers.stop();
  }

  @GetMapping
  Discovery.Services discover(HttpServletRequest http, Locale locale) throws Unauthorized {
    Call call = call(http, "/cds-services", "discovery");
    ledger.write(call, null, "discovery");
    return discovery.services(locale);
  }

  @PostMapping("/" + Discovery.ID)
  Card.Cards hook(
      HttpServletRequest http, @RequestBody(required = false) byte @Nullable [] body, Locale locale)
      throws Unauthorized {
    Call call = call(http, "/cds-services/" + Discovery.ID, "hook");
    HookRequest request;
    try {
      request = HookRequests.read(orEmpty(body));
    } catch (Refused e) {
      withinBudget(call, () -> refused(call, null, e));
      throw e;
    }
    Call named = named(call, request);
    return new Card.Cards(
        withinBudget(named, () -> answer(named, request, locale))
            .orElseGet(() -> List.of(cards.undetermined(call.id(), locale))));
  }

  private static Call named(Call call, HookRequest request) {
    return new Call(
        call.id(), call.caller(), request.hook().hookName(), call.startedAt(), call.deadline());
  }

  /** Who has no body gets to hear first whether the token is good, as everybody. */
  private static byte[] orEmpty(byte @Nullable [] body) {
    return body == null ? new byte[0] : body;
  }

  /** All that may wait for the database or the EPD; empty where it takes too long or fails. */
  private Optional<List<Card>> withinBudget(Call call, Callable<List<Card>> work)
      throws Unauthorized {
    try {
      Future<List<Card>> answer = workers.submit(call.caller().tenant(), work);
      return Optional.of(answer.get(call.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException | RejectedExecutionException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (ExecutionException e) {
      return failed(e.getCause());
    }
  }

  private static Optional<List<Card>> failed(@Nullable Throwable fault) throws Unauthorized {
    if (fault instanceof Unauthorized unauthorized) {
      throw unauthorized;
    }
    if (fault instanceof Refused refused) {
      throw refused;
    }
    if (fault != null) {
      log.error("A hook could not be answered", Traces.withoutMessages(fault));
    }
    return Optional.empty();
  }

  private List<Card> answer(Call call, HookRequest request, Locale locale) throws Unauthorized {
    try {
      return answers.answer(call, request, locale);
    } catch (Refused e) {
      return refused(call, request, e);
    } catch (Prefetch.Late e) {
      ledger.write(call, request, "late");
      return List.of(cards.undetermined(call.id(), locale));
    }
  }

  private List<Card> refused(Call call, @Nullable HookRequest request, Refused refused)
      throws Unauthorized {
    ledger.write(call, request, "refused");
    throw refused;
  }

  @PostMapping("/" + Discovery.ID + "/feedback")
  ResponseEntity<Void> feedback(
      HttpServletRequest http, @RequestBody(required = false) byte @Nullable [] body)
      throws Unauthorized {
    Call call = call(http, "/cds-services/" + Discovery.ID + "/feedback", "feedback");
    List<Feedback.Entry> entries;
    try {
      entries = feedback.read(call.caller().tenant(), orEmpty(body));
    } catch (Refused e) {
      ledger.write(call, null, "refused");
      throw e;
    }
    ledger.write(call, null, "feedback");
    feedback.store(call.caller().tenant(), entries);
    return ResponseEntity.ok().build();
  }

  private Call call(HttpServletRequest http, String path, String kind) throws Unauthorized {
    long start = System.nanoTime();
    Caller caller = callers.of(http, publicUrl.of(path));
    clients.found(http, caller.tenant().value(), caller.connection().fhirServer());
    return new Call(UUID.randomUUID(), caller, kind, start, start + budget.budget().toNanos());
  }

  /** The same bare answer for every fault of a token. */
  @ExceptionHandler(Unauthorized.class)
  ResponseEntity<Void> unauthorized(Unauthorized e) {
    log.info("A CDS Hooks call was refused: {}", e.getMessage());
    return ResponseEntity.status(401).build();
  }
}

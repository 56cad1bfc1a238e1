package nl.kindcheck.service.cdshooks;

import jakarta.annotation.PreDestroy;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
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
  private final HookAnswers answers;
  private final Feedback feedback;
  private final Discovery discovery;
  private final Cards cards;
  private final Ledger ledger;
  private final PublicUrl publicUrl;
  private final Budget budget;
  private final ThreadPoolExecutor workers;

  HookController(
      Callers callers,
      HookAnswers answers,
      Feedback feedback,
      Discovery discovery,
      Cards cards,
      Ledger ledger,
      PublicUrl publicUrl,
      Budget budget) {
    this.callers = callers;
    this.answers = answers;
    this.feedback = feedback;
    this.discovery = discovery;
    this.cards = cards;
    this.ledger = ledger;
    this.publicUrl = publicUrl;
    this.budget = budget;
    this.workers =
        new ThreadPoolExecutor(
            budget.threads(),
            budget.threads(),
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(budget.threads() * 4));
  }

  @PreDestroy
  void stop() {
    workers.shutdownNow();
  }

  @GetMapping
  Discovery.Services discover(HttpServletRequest http, Locale locale) throws Unauthorized {
    Call call = call(http, "/cds-services", "discovery");
    ledger.write(call, null, "discovery");
    return discovery.services(locale);
  }

  @PostMapping("/" + Discovery.ID)
  Card.Cards hook(HttpServletRequest http, @RequestBody byte[] body, Locale locale)
      throws Unauthorized {
    Call call = call(http, "/cds-services/" + Discovery.ID, "hook");
    HookRequest request;
    try {
      request = HookRequests.read(body);
    } catch (Refused e) {
      ledger.write(call, null, "refused");
      throw e;
    }
    return new Card.Cards(withinBudget(named(call, request), request, locale));
  }

  private static Call named(Call call, HookRequest request) {
    return new Call(
        call.id(), call.caller(), request.hook().hookName(), call.startedAt(), call.deadline());
  }

  private List<Card> withinBudget(Call call, HookRequest request, Locale locale)
      throws Unauthorized {
    try {
      Future<List<Card>> answer = workers.submit(() -> answers.answer(call, request, locale));
      return answer.get(call.deadline() - System.nanoTime(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | RejectedExecutionException e) {
      return List.of(cards.undetermined(locale));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return List.of(cards.undetermined(locale));
    } catch (ExecutionException e) {
      return failed(e.getCause(), call, request, locale);
    }
  }

  private List<Card> failed(
      @Nullable Throwable fault, Call call, HookRequest request, Locale locale)
      throws Unauthorized {
    if (fault instanceof Unauthorized unauthorized) {
      throw unauthorized;
    }
    if (fault instanceof Refused refused) {
      ledger.write(call, request, "refused");
      throw refused;
    }
    if (fault instanceof Prefetch.Late) {
      ledger.write(call, request, "late");
    } else if (fault != null) {
      log.error("A hook could not be answered", Traces.withoutMessages(fault));
    }
    return List.of(cards.undetermined(locale));
  }

  @PostMapping("/" + Discovery.ID + "/feedback")
  ResponseEntity<Void> feedback(HttpServletRequest http, @RequestBody byte[] body)
      throws Unauthorized {
    Call call = call(http, "/cds-services/" + Discovery.ID + "/feedback", "feedback");
    ledger.write(call, null, "feedback");
    feedback.store(call.caller().tenant(), body);
    return ResponseEntity.ok().build();
  }

  private Call call(HttpServletRequest http, String path, String kind) throws Unauthorized {
    long start = System.nanoTime();
    Caller caller = callers.of(http, publicUrl.of(path));
    return new Call(UUID.randomUUID(), caller, kind, start, start + budget.budget().toNanos());
  }

  /** The same bare answer for every fault of a token. */
  @ExceptionHandler(Unauthorized.class)
  ResponseEntity<Void> unauthorized(Unauthorized e) {
    log.info("A CDS Hooks call was refused: {}", e.getMessage());
    return ResponseEntity.status(401).build();
  }
}

package nl.kindcheck.service.cdshooks;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import nl.kindcheck.service.cdshooks.HookRequest.Hook;
import nl.kindcheck.service.platform.Texts;
import org.springframework.stereotype.Component;

/**
 * The services that are offered: one id for every hook, so that a newer card replaces an older one.
 */
@Component
class Discovery {

  static final String ID = "kindcheck";

  private final Texts texts;

  Discovery(Texts texts) {
    this.texts = texts;
  }

  record Services(List<Service> services) {}

  record Service(
      String hook,
      String title,
      String description,
      String id,
      Map<String, String> prefetch,
      String usageRequirements) {}

  Services services(Locale locale) {
    return new Services(
        Arrays.stream(Hook.values())
            .map(
                hook ->
                    new Service(
                        hook.hookName(),
                        texts.of("discovery.title", locale),
                        texts.of("discovery.description", locale),
                        ID,
                        Prefetch.templates(hook),
                        texts.of("discovery.usage", locale)))
            .toList());
  }
}

package nl.kindcheck.service.guide;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import nl.kindcheck.core.family.Coded;
import nl.kindcheck.service.platform.Texts;
import nl.kindcheck.service.tenancy.Organisations;
import nl.kindcheck.service.tenancy.Organisations.Organisation;
import nl.kindcheck.service.tenancy.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The texts of the guide, read and looked at when the service starts: ours, and for an organisation
 * its own in their place.
 */
@Component
class GuideLibrary {

  private static final List<String> LANGUAGES = List.of("nl", "en");
  private static final String ENDING = ".md";

  private record Shelf(TenantId tenant, String language) {}

  private final Map<Shelf, Map<GuideTopic, GuideText>> shelves = new HashMap<>();

  GuideLibrary(Organisations organisations, GuideSettings settings) {
    Path folder = settings.folder();
    if (folder != null) {
      onlyKnown(folder, organisations.organisations().stream().map(Organisation::code).toList());
    }
    for (String language : LANGUAGES) {
      Map<GuideTopic, GuideText> ours = ours(language);
      for (Organisation organisation : organisations.organisations()) {
        Map<GuideTopic, GuideText> texts = new EnumMap<>(ours);
        if (folder != null) {
          texts.putAll(own(folder.resolve(organisation.code()), language));
        }
        shelves.put(new Shelf(organisation.tenant(), language), texts);
      }
    }
  }

  /** Every topic, in the order of the guide. */
  List<GuideText> all(TenantId tenant, Locale locale) {
    return List.copyOf(shelf(tenant, locale).values());
  }

  /** One topic by its name; null where there is no such topic. */
  @Nullable GuideText byName(TenantId tenant, String name, Locale locale) {
    return Coded.find(GuideTopic.class, name).map(shelf(tenant, locale)::get).orElse(null);
  }

  private Map<GuideTopic, GuideText> shelf(TenantId tenant, Locale locale) {
    return shelves.getOrDefault(new Shelf(tenant, Texts.choose(locale).getLanguage()), Map.of());
  }

  private static Map<GuideTopic, GuideText> ours(String language) {
    Map<GuideTopic, GuideText> texts = new EnumMap<>(GuideTopic.class);
    for (GuideTopic topic : GuideTopic.values()) {
      String file = "/guide/" + language + "/" + topic.code() + ENDING;
      try (InputStream in = GuideLibrary.class.getResourceAsStream(file)) {
        if (in == null) {
          throw new GuideUnusable(file, "the file is missing");
        }
        texts.put(topic, GuideFile.read(topic, file, new String(in.readAllBytes(), UTF_8)));
      } catch (IOException e) {
        throw new GuideUnusable(file, "the file cannot be read");
      }
    }
    return texts;
  }

  private static Map<GuideTopic, GuideText> own(Path organisation, String language) {
    Map<GuideTopic, GuideText> texts = new EnumMap<>(GuideTopic.class);
    for (Path file : filesIn(organisation.resolve(language))) {
      String name = String.valueOf(file.getFileName());
      GuideTopic topic =
          Coded.find(
                  GuideTopic.class,
                  name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : "")
              .orElseThrow(
                  () ->
                      new GuideUnusable(
                          file.toString(),
                          "the name is not a topic; it is one of "
                              + Stream.of(GuideTopic.values())
                                  .map(t -> t.code() + ENDING)
                                  .toList()));
      texts.put(topic, GuideFile.read(topic, file.toString(), read(file)));
    }
    return texts;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new GuideUnusable(file.toString(), "the file cannot be read as UTF-8");
    }
  }

  /** A folder with a mistyped name would be left out of account without anybody noticing. */
  private static void onlyKnown(Path folder, List<String> codes) {
    if (!Files.isDirectory(folder)) {
      throw new GuideUnusable(folder.toString(), "kindcheck.guide.folder is not a folder");
    }
    for (Path organisation : filesIn(folder)) {
      if (!codes.contains(String.valueOf(organisation.getFileName()))) {
        throw new GuideUnusable(
            organisation.toString(), "the name is not the code of an organisation");
      }
      for (Path language : filesIn(organisation)) {
        if (!LANGUAGES.contains(String.valueOf(language.getFileName()))) {
          throw new GuideUnusable(language.toString(), "the name is nl or en");
        }
      }
    }
  }

  /** What begins with a dot is the file system's own. */
  private static List<Path> filesIn(Path folder) {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> !String.valueOf(f.getFileName()).startsWith(".")).sorted().toList();
    } catch (IOException e) {
      throw new GuideUnusable(folder.toString(), "the folder cannot be read");
    }
  }
}

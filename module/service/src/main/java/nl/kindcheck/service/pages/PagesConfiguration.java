package nl.kindcheck.service.pages;

import jakarta.servlet.ServletContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.CRC32;
import nl.kindcheck.service.platform.Texts;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** The pages' texts, stylesheet and scripts. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

  private static final String FILES = "classpath:/app/static/";

  /** How templates write the address of a file. */
  static final String PLAIN = "/app/static/";

  private static final String VERSION = version();

  /** Thymeleaf's {@code #{key}} reads the same texts as everything else. */
  @Bean
  MessageSource messageSource(Texts texts) {
    return texts.messages();
  }

  /**
   * The address of a file holds a version made of all files, so that a browser keeps them for good
   * and still sees every change; a script finds the one beside it. Under its plain name, which
   * templates write, a file is asked for again each time.
   */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    registry
        .addResourceHandler(PLAIN + VERSION + "/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler(PLAIN + "**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache());
  }

  @Bean
  PageEngine templateEngine(Texts texts, ServletContext servlet) {
    String root = servlet.getContextPath();
    return new PageEngine(texts, root, root + PLAIN + VERSION + "/");
  }

  @Bean
  ThymeleafViewResolver thymeleafViewResolver(PageEngine engine) {
    ThymeleafViewResolver views = new ThymeleafViewResolver();
    views.setTemplateEngine(engine);
    views.setCharacterEncoding(StandardCharsets.UTF_8.name());
    // A page with a fault in it becomes the page of an error, never half a page.
    views.setProducePartialOutputWhileProcessing(false);
    return views;
  }

  private static String version() {
    CRC32 sum = new CRC32();
    try {
      for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES + "*.*")) {
        try (InputStream in = file.getInputStream()) {
          sum.update(in.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "v" + Long.toHexString(sum.getValue());
  }
}

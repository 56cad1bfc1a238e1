package nl.kindcheck.service.pages;

import jakarta.servlet.DispatcherType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.zip.CRC32;
import nl.kindcheck.service.platform.Texts;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** The pages' texts, stylesheet and scripts. */
@Configuration(proxyBeanMethods = false)
class PagesConfiguration implements WebMvcConfigurer {

  private static final String FILES = "classpath:/app/static/";

  /** Thymeleaf's {@code #{key}} reads the same texts as everything else. */
  @Bean
  MessageSource messageSource(Texts texts) {
    return texts.messages();
  }

  /**
   * The address of a file holds a version made of all files, so that a browser keeps them for good
   * and still sees every change; a script finds the one beside it. Under its plain name a file is
   * asked for again each time.
   */
  @Override
  public void addResourceHandlers(ResourceHandlerRegistry registry) {
    String version = version();
    registry
        .addResourceHandler("/app/static/" + version + "/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
    registry
        .addResourceHandler("/app/static/**")
        .addResourceLocations(FILES)
        .setCacheControl(CacheControl.noCache())
        .resourceChain(true)
        .addResolver(new VersionResourceResolver().addFixedVersionStrategy(version, "/**"));
  }

  /** Only for pages: a hook needs no filter that looks for addresses. */
  @Bean
  FilterRegistrationBean<ResourceUrlEncodingFilter> versionedAddresses() {
    var filter = new FilterRegistrationBean<>(new ResourceUrlEncodingFilter());
    filter.addUrlPatterns("/app/*", "/launch/*", "/error");
    filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
    return filter;
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

package nl.kindcheck.service.guide;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where organisations keep texts of their own.
 *
 * @param folder holds {@code <organisation code>/<nl or en>/<topic>.md}; null where there is none
 */
@ConfigurationProperties("kindcheck.guide")
record GuideSettings(@Nullable Path folder) {}

package nl.kindcheck.service.demo;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The demo's own settings.
 *
 * @param data the folder that holds its database
 * @param databasePort the fixed port of that database
 * @param exitWithParent whether to end when standard input ends, because the process that started
 *     this one has gone
 */
@ConfigurationProperties("kindcheck.demo")
record DemoSettings(
    @DefaultValue(".kindcheck-demo") Path data,
    @DefaultValue("8432") int databasePort,
    @DefaultValue("false") boolean exitWithParent) {}

package nl.kindcheck.service.cdshooks;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The time that a hook's answer may take inside the service; CDS Hooks asks for about 500 ms in
 * all.
 *
 * @param budget past it the answer says that the status could not be determined
 * @param threads how many hooks of one organisation are worked on at once
 */
@ConfigurationProperties("kindcheck.hooks")
record Budget(@DefaultValue("400ms") Duration budget, @DefaultValue("24") int threads) {}

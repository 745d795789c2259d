package city.plaza.gateway.route;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * Routes, their timeouts and the largest bodies.
 *
 * @param maxBody largest body of a page's form or an API call
 * @param maxFile largest body where files are sent; the service has its own, lower limit
 * and the clearer response
 * @param timeout longest wait for a service's response to a request that changes nothing
 * @param writeTimeout the same where something is changed
 * @param writeTimeouts other waits for single services, by name
 * @param fileTimeout the same where files are sent
 * @param devInbox address of the local inbox; unset everywhere but in local runs
 */
@Validated
@ConfigurationProperties("plaza.gateway")
record RouteSettings(@NotNull @DefaultValue("64KB") DataSize maxBody, @NotNull @DefaultValue("520MB") DataSize maxFile,
		@NotNull @DefaultValue("1800ms") Duration timeout, @NotNull @DefaultValue("5s") Duration writeTimeout,
		@DefaultValue Map<String, Duration> writeTimeouts, @NotNull @DefaultValue("10m") Duration fileTimeout,
		@Nullable String devInbox) {

	RouteSettings {
		devInbox = (devInbox == null || devInbox.isBlank()) ? null : devInbox;
	}

	Timeouts timeoutsOf(String service) {
		return new Timeouts(this.timeout, this.writeTimeouts.getOrDefault(service, this.writeTimeout));
	}

	/** For what changes something whatever its method. */
	Timeouts timeoutsOfChanges(String service) {
		Duration ofChanges = timeoutsOf(service).writes();
		return new Timeouts(ofChanges, ofChanges);
	}

	Timeouts timeoutsOfFiles() {
		return new Timeouts(this.fileTimeout, this.fileTimeout);
	}

}

package city.plaza.portal.client;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.http.HttpMethod;
import org.springframework.validation.annotation.Validated;

/**
 * How long the portal waits for a service: always a little less than the gateway is with
 * the portal, so that a resident gets the portal's own page.
 *
 * @param connectTimeout until a connection stands
 * @param timeout until the answer to a question begins, and what one page may wait for
 * all of its services together, but for {@link #MARGIN}
 * @param writeTimeout the same where something is changed
 * @param writeTimeouts other such waits for single services, by name
 * @param importTimeout until the response to a file of the finance department begins: the
 * file is sent and its rows are stored by then
 * @param connections to one service
 */
@Validated
@ConfigurationProperties("plaza.portal.clients")
record ClientSettings(@NotNull @DefaultValue("500ms") Duration connectTimeout,
		@NotNull @DefaultValue("1600ms") Duration timeout, @NotNull @DefaultValue("4500ms") Duration writeTimeout,
		@DefaultValue Map<String, Duration> writeTimeouts, @NotNull @DefaultValue("9m") Duration importTimeout,
		@Min(1) @DefaultValue("500") int connections) {

	/** A call's own time-out comes first: only that one counts against the service. */
	static final Duration MARGIN = Duration.ofMillis(100);

	Duration timeoutOf(ServiceName service, HttpMethod method) {
		if (service.takesFiles()) {
			return this.importTimeout;
		}
		return isQuestion(method) ? this.timeout
				: this.writeTimeouts.getOrDefault(service.service(), this.writeTimeout);
	}

	/** For a page as a whole, by how it was asked for. */
	Duration timeoutOfAPage(HttpMethod method) {
		Duration longest = isQuestion(method) ? this.timeout
				: this.writeTimeouts.values().stream().reduce(this.writeTimeout, ClientSettings::longer);
		return longest.plus(MARGIN);
	}

	Duration longestWith(ServiceName service) {
		return longer(timeoutOf(service, HttpMethod.GET), timeoutOf(service, HttpMethod.POST));
	}

	private static boolean isQuestion(HttpMethod method) {
		return HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method);
	}

	private static Duration longer(Duration left, Duration right) {
		return (left.compareTo(right) > 0) ? left : right;
	}

}

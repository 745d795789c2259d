package city.plaza.gateway.route;

import java.time.Duration;

import org.springframework.http.HttpMethod;

/**
 * How long a route waits for its service's response to begin.
 *
 * @param reads for what changes nothing
 * @param writes for the rest, which may hash a password or ask a payment provider
 */
record Timeouts(Duration reads, Duration writes) {

	Duration with(HttpMethod method) {
		return (HttpMethod.GET.equals(method) || HttpMethod.HEAD.equals(method)) ? this.reads : this.writes;
	}

}

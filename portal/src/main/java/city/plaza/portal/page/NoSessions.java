package city.plaza.portal.page;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import reactor.core.publisher.Mono;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.WebSession;
import org.springframework.web.server.session.WebSessionManager;

/**
 * The portal keeps nothing of a visitor, and the gateway knows who it is. Thymeleaf asks
 * for a session with each page all the same; Spring's own would be made on one thread and
 * handed over to another, one of the two on which timeouts run, and the page be written
 * there.
 */
@Configuration(proxyBeanMethods = false)
class NoSessions {

	@Bean
	WebSessionManager webSessionManager(Clock clock) {
		return (exchange) -> Mono.fromSupplier(() -> new Empty(clock.instant()));
	}

	/** Holds nothing and is not kept. */
	private record Empty(Instant getCreationTime) implements WebSession {

		@Override
		public String getId() {
			return "";
		}

		@Override
		public Map<String, Object> getAttributes() {
			return Map.of();
		}

		@Override
		public void start() {
			throw new UnsupportedOperationException("The portal has no sessions");
		}

		@Override
		public boolean isStarted() {
			return false;
		}

		@Override
		public Mono<Void> changeSessionId() {
			return Mono.empty();
		}

		@Override
		public Mono<Void> invalidate() {
			return Mono.empty();
		}

		@Override
		public Mono<Void> save() {
			return Mono.empty();
		}

		@Override
		public boolean isExpired() {
			return false;
		}

		@Override
		public Instant getLastAccessTime() {
			return this.getCreationTime;
		}

		@Override
		public void setMaxIdleTime(Duration maxIdleTime) {
			throw new UnsupportedOperationException("The portal has no sessions");
		}

		@Override
		public Duration getMaxIdleTime() {
			return Duration.ZERO;
		}

	}

}

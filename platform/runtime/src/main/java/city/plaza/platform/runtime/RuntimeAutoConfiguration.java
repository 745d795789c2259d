package city.plaza.platform.runtime;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.server.reactive.HttpHandlerDecoratorFactory;

/** The clock and the id of each request. */
@AutoConfiguration
class RuntimeAutoConfiguration {

	/**
	 * Instants are UTC; what "today" means is asked of it in the city's time zone. It
	 * ticks in microseconds, as PostgreSQL stores them: what is read equals what was
	 * written.
	 */
	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
	HttpHandlerDecoratorFactory requestIdDecorator() {
		return RequestIds::givenTo;
	}

}

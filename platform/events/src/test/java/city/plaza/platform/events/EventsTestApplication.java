package city.plaza.platform.events;

import city.plaza.platform.events.inbox.Subscription;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.r2dbc.core.DatabaseClient;

/** A service that writes down what it reads. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class EventsTestApplication {

	public static final String TOPIC = "test.readings";

	public static final String DEAD_LETTERS = "test.readings.test-service.readings.dlt";

	/** What the service reads: fewer fields than are written. */
	public record Reading(String value) {
	}

	@Bean
	Readings readings(DatabaseClient database) {
		return new Readings(database);
	}

	@Bean
	Subscription readingsSubscription(Readings readings) {
		return Subscription.of("readings", TOPIC).on("ReadingTaken", Reading.class, readings::apply);
	}

}

package city.plaza.platform.events;

import city.plaza.platform.events.inbox.EventConsumer;

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

		public static final String TYPE = "ReadingTaken";

	}

	@Bean
	Readings readings(DatabaseClient database) {
		return new Readings(database);
	}

	@Bean
	EventConsumer readingsConsumer(Readings readings) {
		return EventConsumer.of("readings", TOPIC).together().on(Reading.TYPE, Reading.class, readings::apply);
	}

}

package city.plaza.platform.events.deadletter;

import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.KafkaClients;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Metrics;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The dead letters of a service. */
@AutoConfiguration
class DeadLetterAutoConfiguration {

	@Bean
	DeadLetters deadLetters(KafkaClients kafka, ObjectProvider<MeterRegistry> meters, EventsSettings settings) {
		return new DeadLetters(kafka, meters.getIfAvailable(() -> Metrics.globalRegistry), settings);
	}

}

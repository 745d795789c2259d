package city.plaza.platform.events;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.ProducerFactory;

/** What all parts of this module share. */
@AutoConfiguration
@EnableConfigurationProperties(EventsSettings.class)
class EventsAutoConfiguration {

	@Bean
	KafkaClients kafkaClients(ProducerFactory<?, ?> producers, ConsumerFactory<?, ?> consumers) {
		return new KafkaClients(producers, consumers);
	}

	@Bean
	EventsHealth eventsHealthIndicator(ObjectProvider<HealthDetails> details) {
		return new EventsHealth(details.orderedStream().toList());
	}

}

package city.plaza.platform.events.topic;

import city.plaza.platform.events.EventsSettings;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaAdmin;

/** The topics that a service keeps. */
@AutoConfiguration
class TopicAutoConfiguration {

	@Bean
	Topics eventTopics(KafkaAdmin admin, EventsSettings settings, DeadLetterTopics deadLetters) {
		return new Topics(admin, settings, deadLetters);
	}

}

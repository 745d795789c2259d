package city.plaza.platform.security.ended;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;

/**
 * Reads ended sessions wherever tokens are checked by the platform. identity-service
 * checks by its own database instead.
 */
@AutoConfiguration(after = KafkaAutoConfiguration.class)
@ConditionalOnMissingBean(ReactiveJwtDecoder.class)
@EnableConfigurationProperties(EndedSessionsSettings.class)
public class EndedSessionsAutoConfiguration {

	/** By the system's own clock, as the tokens are checked. */
	@Bean
	EndedSessions endedSessions() {
		return new EndedSessions(Clock.systemUTC());
	}

	@Bean
	ReadEndedSessions readEndedSessions(EndedSessions ended, ConsumerFactory<?, ?> consumers,
			EndedSessionsSettings settings, @Value("${spring.application.name}") String service) {
		Map<String, Object> properties = properties(consumers.getConfigurationProperties(), service);
		return new ReadEndedSessions(ended, () -> consumer(properties), settings.startWait(), Clock.systemUTC());
	}

	private static Consumer<byte[], byte[]> consumer(Map<String, Object> properties) {
		return new KafkaConsumer<>(properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
	}

	private static Map<String, Object> properties(Map<String, Object> service, String name) {
		Map<String, Object> properties = new HashMap<>(service);
		properties.remove(ConsumerConfig.GROUP_ID_CONFIG);
		properties.put(ConsumerConfig.CLIENT_ID_CONFIG, name + "-ended-sessions");
		properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		properties.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
		return properties;
	}

}

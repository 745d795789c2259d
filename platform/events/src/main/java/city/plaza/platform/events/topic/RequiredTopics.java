package city.plaza.platform.events.topic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.KafkaClients;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.TopicConfig;

import org.springframework.kafka.config.TopicBuilder;

/**
 * The topics that this service creates, as they have to be: the streams it owns, and the
 * dead letters of its consumers. A stream that it only reads is not among them: its owner
 * alone knows its settings.
 */
final class RequiredTopics {

	private RequiredTopics() {
	}

	static List<NewTopic> of(EventsSettings settings, List<String> deadLetterTopics) {
		return Stream
			.concat(settings.topics().stream().map((topic) -> stream(topic, settings)),
					deadLetterTopics.stream().map((name) -> deadLetters(name, settings)))
			.toList();
	}

	/** A setting that is not named here is left as it is. */
	private static NewTopic stream(EventsSettings.Topic owned, EventsSettings settings) {
		Integer partitions = owned.partitions();
		TopicBuilder topic = topic(owned.name(), (partitions != null) ? partitions : settings.partitions(), settings);
		return (owned.compacted()
				? topic.configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT))
				: topic.configs(retention(settings.keepEvents())))
			.build();
	}

	private static NewTopic deadLetters(String name, EventsSettings settings) {
		return topic(name, 1, settings).configs(retention(settings.keepDeadLetters()))
			.config(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, Integer.toString(KafkaClients.LARGEST_MESSAGE))
			.build();
	}

	private static Map<String, String> retention(Duration time) {
		return Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_DELETE,
				TopicConfig.RETENTION_MS_CONFIG, Long.toString(time.toMillis()));
	}

	/** With the copies, and the copies in sync, of the settings. */
	static TopicBuilder topic(String name, int partitions, EventsSettings settings) {
		return TopicBuilder.name(name)
			.partitions(partitions)
			.replicas(settings.replication())
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(settings.minInSync()));
	}

}

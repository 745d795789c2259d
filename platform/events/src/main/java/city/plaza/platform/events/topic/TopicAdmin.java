package city.plaza.platform.events.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.ApiException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates topics and corrects those that exist with other settings. What this service has
 * no permission for is left to whoever manages Kafka. Blocking.
 */
class TopicAdmin {

	private static final Logger log = LoggerFactory.getLogger(TopicAdmin.class);

	private final Set<String> forbidden = new TreeSet<>();

	private final Admin kafka;

	TopicAdmin(Admin kafka) {
		this.kafka = kafka;
	}

	/**
	 * Creates or corrects the topics.
	 * @return those that this service has no permission to create or to change
	 */
	Set<String> createOrCorrect(Collection<NewTopic> topics) {
		Map<String, KafkaFuture<Void>> creations = this.kafka.createTopics(topics).values();
		List<NewTopic> existing = topics.stream()
			.filter((topic) -> !isCreated(topic.name(), Objects.requireNonNull(creations.get(topic.name()))))
			.toList();
		existing.forEach(this::correct);
		return this.forbidden;
	}

	/** One that this service may not describe counts as existing. */
	Set<String> missing(Collection<String> names) {
		Set<String> missing = new TreeSet<>();
		this.kafka.describeTopics(names).topicNameValues().forEach((name, description) -> {
			try {
				TopicResponse.await(name, description);
			}
			catch (UnknownTopicOrPartitionException | InvalidTopicException ex) {
				missing.add(name);
			}
			catch (AuthorizationException ex) {
				log.debug("The topic {} may not be described", name);
			}
			catch (ApiException ex) {
				throw new TopicException(name, ex);
			}
		});
		return missing;
	}

	private boolean isCreated(String topic, KafkaFuture<Void> creation) {
		try {
			TopicResponse.await(topic, creation);
			return true;
		}
		catch (TopicExistsException ex) {
			return false;
		}
		catch (AuthorizationException ex) {
			this.forbidden.add(topic);
			return false;
		}
		catch (ApiException ex) {
			throw new TopicException(topic, ex);
		}
	}

	private void correct(NewTopic topic) {
		try {
			grow(topic);
			configure(topic);
		}
		catch (AuthorizationException ex) {
			this.forbidden.add(topic.name());
		}
		catch (ApiException ex) {
			throw new TopicException(topic.name(), ex);
		}
	}

	/** Never shrinks. */
	private void grow(NewTopic topic) {
		TopicDescription found = TopicResponse
			.await(topic.name(), this.kafka.describeTopics(List.of(topic.name())).allTopicNames())
			.get(topic.name());
		if (found != null && found.partitions().size() < topic.numPartitions()) {
			TopicResponse.await(topic.name(),
					this.kafka.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(topic.numPartitions())))
						.all());
			log.info("The topic {} has {} partitions now", topic.name(), topic.numPartitions());
		}
	}

	private void configure(NewTopic topic) {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
		Config found = TopicResponse.await(topic.name(), this.kafka.describeConfigs(List.of(resource)).all())
			.get(resource);
		List<AlterConfigOp> wrong = new ArrayList<>();
		topic.configs().forEach((name, value) -> {
			ConfigEntry entry = (found != null) ? found.get(name) : null;
			if (entry == null || !value.equals(entry.value())) {
				wrong.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
			}
		});
		if (!wrong.isEmpty()) {
			TopicResponse.await(topic.name(), this.kafka.incrementalAlterConfigs(Map.of(resource, wrong)).all());
			log.info("The settings of the topic {} are corrected: {}", topic.name(),
					wrong.stream().map((change) -> change.configEntry().name()).toList());
		}
	}

}

package city.plaza.platform.events.topic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Creates topics and corrects those that are there with other settings. What this service
 * has no permission for is left to whoever manages Kafka. Blocking.
 */
class TopicKeeper {

	private static final Logger log = LoggerFactory.getLogger(TopicKeeper.class);

	private final Admin kafka;

	private final Set<String> forbidden = new TreeSet<>();

	TopicKeeper(Admin kafka) {
		this.kafka = kafka;
	}

	/**
	 * Keeps the topics.
	 * @return those that this service has no permission to create or to change
	 */
	Set<String> keep(Collection<NewTopic> topics) {
		Map<String, KafkaFuture<Void>> creations = this.kafka.createTopics(topics).values();
		List<NewTopic> existing = topics.stream()
			.filter((topic) -> !created(topic, Objects.requireNonNull(creations.get(topic.name()))))
			.toList();
		existing.forEach(this::correct);
		return this.forbidden;
	}

	Set<String> missing(Collection<String> names) {
		Set<String> missing = new TreeSet<>();
		this.kafka.describeTopics(names).topicNameValues().forEach((name, found) -> {
			try {
				found.get();
			}
			catch (ExecutionException ex) {
				if (ex.getCause() instanceof UnknownTopicOrPartitionException
						|| ex.getCause() instanceof InvalidTopicException) {
					missing.add(name);
				}
				else if (!(ex.getCause() instanceof AuthorizationException)) {
					throw new TopicException(name, ex.getCause());
				}
			}
			catch (InterruptedException ex) {
				throw interrupted(name, ex);
			}
		});
		return missing;
	}

	private boolean created(NewTopic topic, KafkaFuture<Void> creation) {
		try {
			creation.get();
			return true;
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof TopicExistsException) && !isForbidden(topic, ex)) {
				throw new TopicException(topic.name(), ex.getCause());
			}
			return false;
		}
		catch (InterruptedException ex) {
			throw interrupted(topic.name(), ex);
		}
	}

	private void correct(NewTopic topic) {
		try {
			grow(topic);
			configure(topic);
		}
		catch (ExecutionException ex) {
			if (!isForbidden(topic, ex)) {
				throw new TopicException(topic.name(), ex.getCause());
			}
		}
		catch (InterruptedException ex) {
			throw interrupted(topic.name(), ex);
		}
	}

	/** Never shrinks. */
	private void grow(NewTopic topic) throws ExecutionException, InterruptedException {
		TopicDescription found = this.kafka.describeTopics(List.of(topic.name()))
			.allTopicNames()
			.get()
			.get(topic.name());
		if (found != null && found.partitions().size() < topic.numPartitions()) {
			this.kafka.createPartitions(Map.of(topic.name(), NewPartitions.increaseTo(topic.numPartitions())))
				.all()
				.get();
			log.info("The topic {} has {} partitions now", topic.name(), topic.numPartitions());
		}
	}

	private void configure(NewTopic topic) throws ExecutionException, InterruptedException {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
		Config found = this.kafka.describeConfigs(List.of(resource)).all().get().get(resource);
		List<AlterConfigOp> wrong = new ArrayList<>();
		topic.configs().forEach((name, value) -> {
			ConfigEntry entry = (found != null) ? found.get(name) : null;
			if (entry == null || !value.equals(entry.value())) {
				wrong.add(new AlterConfigOp(new ConfigEntry(name, value), AlterConfigOp.OpType.SET));
			}
		});
		if (!wrong.isEmpty()) {
			this.kafka.incrementalAlterConfigs(Map.of(resource, wrong)).all().get();
			log.info("The settings of the topic {} are corrected: {}", topic.name(),
					wrong.stream().map((change) -> change.configEntry().name()).toList());
		}
	}

	private boolean isForbidden(NewTopic topic, ExecutionException error) {
		boolean isForbidden = error.getCause() instanceof AuthorizationException;
		if (isForbidden) {
			this.forbidden.add(topic.name());
		}
		return isForbidden;
	}

	private static IllegalStateException interrupted(String topic, InterruptedException error) {
		Thread.currentThread().interrupt();
		return new TopicException(topic, error);
	}

	/** Something else than a permission is in the way; trying again may do. */
	static final class TopicException extends IllegalStateException {

		TopicException(String topic, @Nullable Throwable cause) {
			super("The topic " + topic + " cannot be kept", cause);
		}

	}

}

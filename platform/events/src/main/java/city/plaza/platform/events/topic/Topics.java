package city.plaza.platform.events.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import city.plaza.platform.failure.Causes;
import city.plaza.platform.events.EventsSettings;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Makes sure that the topics this service needs exist with their settings. It never
 * creates a topic that it only reads: its listener waits until the owner did.
 */
public class Topics implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Topics.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private static final String LONGEST_CALL_MS = "10000";

	private final Sinks.Empty<Void> closed = Sinks.empty();

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	private final KafkaAdmin admin;

	private final EventsSettings settings;

	private final Mono<Void> ready;

	Topics(KafkaAdmin admin, EventsSettings settings, DeadLetterTopics deadLetters) {
		this.admin = admin;
		this.settings = settings;
		this.ready = createOrCorrect(RequiredTopics.of(settings, deadLetters.names()))
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
				.maxBackoff(LONGEST_PAUSE)
				.doBeforeRetry((retry) -> waiting(retry.totalRetries(), retry.failure())))
			.takeUntilOther(this.closed.asMono())
			.cache();
	}

	/**
	 * Completes once Kafka responded and the topics exist, or are left to others. The
	 * service runs meanwhile: what it writes waits in its outbox.
	 * @return never an error
	 */
	public Mono<Void> ready() {
		return this.ready;
	}

	public List<String> owned() {
		return this.settings.topics().stream().map(EventsSettings.Topic::name).toList();
	}

	public boolean isOwned(String name) {
		return owned().contains(name);
	}

	/**
	 * Asks Kafka again for a topic that the producer no longer found.
	 * @param name of the topic
	 * @param error what a send to it failed with
	 */
	public void forget(String name, Throwable error) {
		if (Causes.any(error, (cause) -> cause instanceof UnknownTopicOrPartitionException
				|| String.valueOf(cause.getMessage()).contains("not present in metadata"))) {
			this.known.remove(name);
		}
	}

	/**
	 * Finds topics that do not exist. One that this service may not describe counts as
	 * existing.
	 * @param names to look for
	 * @return those that Kafka does not have
	 */
	public Mono<Set<String>> missing(Collection<String> names) {
		Set<String> unknown = new TreeSet<>(names);
		unknown.removeAll(this.known);
		return unknown.isEmpty() ? Mono.just(Set.of())
				: Mono.fromCallable(() -> missingNow(unknown)).subscribeOn(Schedulers.boundedElastic());
	}

	private Set<String> missingNow(Set<String> names) {
		try (Admin kafka = Admin.create(bounded())) {
			Set<String> missing = new TopicAdmin(kafka).missing(names);
			names.stream().filter((name) -> !missing.contains(name)).forEach(this.known::add);
			return missing;
		}
	}

	private Mono<Void> createOrCorrect(List<NewTopic> topics) {
		return topics.isEmpty() ? Mono.empty()
				: Mono.<Void>fromRunnable(() -> createOrCorrectNow(topics)).subscribeOn(Schedulers.boundedElastic());
	}

	private void createOrCorrectNow(List<NewTopic> topics) {
		try (Admin kafka = Admin.create(bounded())) {
			Set<String> forbidden = new TopicAdmin(kafka).createOrCorrect(topics);
			if (!forbidden.isEmpty()) {
				log.info("This service has no permission to create or change topics; Kafka's managers see to {}",
						forbidden);
			}
		}
	}

	/** Kafka's own default lets a call wait for a minute. */
	private Map<String, Object> bounded() {
		Map<String, Object> properties = new HashMap<>(this.admin.getConfigurationProperties());
		properties.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, LONGEST_CALL_MS);
		properties.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LONGEST_CALL_MS);
		return properties;
	}

	@Override
	public void destroy() {
		this.closed.tryEmitEmpty();
	}

	private static void waiting(long retries, Throwable failure) {
		if (retries == 0) {
			log.warn("Topics cannot be created yet; events wait in the outbox meanwhile: {}", Causes.name(failure));
		}
	}

}

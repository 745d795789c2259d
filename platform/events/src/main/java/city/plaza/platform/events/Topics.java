package city.plaza.platform.events;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.kafka.core.KafkaAdmin;

/**
 * Sees to it that the topics of this service are there: those it owns, as its settings
 * say; those it reads, whoever comes first; and its dead-letter topics.
 */
class Topics implements DisposableBean {

	private static final Logger log = LoggerFactory.getLogger(Topics.class);

	private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

	private final Sinks.Empty<Void> closed = Sinks.empty();

	private final Set<String> known = ConcurrentHashMap.newKeySet();

	private final KafkaAdmin admin;

	private final EventsSettings settings;

	private final Mono<Void> ready;

	Topics(KafkaAdmin admin, EventsSettings settings, List<Consumption> consumptions) {
		this.admin = admin;
		this.settings = settings;
		this.ready = createOwned().then(createMissing(read(consumptions)))
			.onErrorResume(Topics::isForbidden, (error) -> managedByOthers())
			.retryWhen(Retry.backoff(Long.MAX_VALUE, FIRST_PAUSE)
				.maxBackoff(LONGEST_PAUSE)
				.doBeforeRetry((retry) -> waiting(retry.totalRetries(), retry.failure())))
			.takeUntilOther(this.closed.asMono())
			.cache();
	}

	/**
	 * Completes once Kafka answered and the topics are there; never an error. The service
	 * runs meanwhile: what it writes waits in its outbox.
	 */
	Mono<Void> ready() {
		return this.ready;
	}

	/** For a topic that no settings name: it gets the usual number of partitions. */
	Mono<Void> ensure(Collection<String> names) {
		List<String> missing = names.stream().filter((name) -> !this.known.contains(name)).distinct().toList();
		return missing.isEmpty() ? Mono.empty() : createMissing(missing.stream().map(this::usual).toList())
			.onErrorResume(Topics::isForbidden, (error) -> managedByOthers());
	}

	private List<NewTopic> read(List<Consumption> consumptions) {
		Set<String> owned = Set.copyOf(this.settings.topics().stream().map(EventsSettings.Topic::name).toList());
		return consumptions.stream()
			.flatMap((consumption) -> Stream.of(usual(consumption.topic()), deadLetters(consumption.deadLetterTopic())))
			.filter((topic) -> !owned.contains(topic.name()))
			.toList();
	}

	/** Creates, and brings to what the settings say what is there already. */
	private Mono<Void> createOwned() {
		NewTopic[] owned = this.settings.topics().stream().map(this::owned).toArray(NewTopic[]::new);
		return (owned.length == 0) ? Mono.empty()
				: Mono.<Void>fromRunnable(() -> this.admin.createOrModifyTopics(owned))
					.subscribeOn(Schedulers.boundedElastic())
					.doOnSuccess((done) -> this.settings.topics().forEach((topic) -> this.known.add(topic.name())));
	}

	/** Creates, and leaves alone what is there: another service may own it. */
	private Mono<Void> createMissing(List<NewTopic> topics) {
		return Mono.using(() -> Admin.create(this.admin.getConfigurationProperties()),
				(kafka) -> Flux.fromIterable(kafka.createTopics(topics).values().entrySet())
					.flatMap((creation) -> created(creation.getKey(), creation.getValue()))
					.then(),
				(kafka) -> kafka.close(Duration.ZERO))
			.subscribeOn(Schedulers.boundedElastic());
	}

	private Mono<Void> created(String name, KafkaFuture<Void> creation) {
		return Mono.fromCompletionStage(creation.toCompletionStage())
			.onErrorResume(TopicExistsException.class, (exists) -> Mono.empty())
			.doOnSuccess((done) -> this.known.add(name));
	}

	private NewTopic owned(EventsSettings.Topic owned) {
		Integer partitions = owned.partitions();
		TopicBuilder topic = topic(owned.name(), (partitions != null) ? partitions : this.settings.partitions());
		return (owned.compacted() ? topic.compact() : topic).build();
	}

	private NewTopic usual(String name) {
		return topic(name, this.settings.partitions()).build();
	}

	/** Kept until somebody looked at them. */
	private NewTopic deadLetters(String name) {
		return topic(name, 1).config(TopicConfig.RETENTION_MS_CONFIG, "-1").build();
	}

	private TopicBuilder topic(String name, int partitions) {
		return TopicBuilder.name(name)
			.partitions(partitions)
			.replicas(this.settings.replication())
			.config(TopicConfig.MIN_IN_SYNC_REPLICAS_CONFIG, Integer.toString(this.settings.minInSync()));
	}

	@Override
	public void destroy() {
		this.closed.tryEmitEmpty();
	}

	private static boolean isForbidden(Throwable error) {
		return Causes.any(error, AuthorizationException.class::isInstance);
	}

	private static Mono<Void> managedByOthers() {
		return Mono.fromRunnable(() -> log.info("This service may not create topics: somebody else has to"));
	}

	private static void waiting(long retries, Throwable failure) {
		if (retries == 0) {
			log.warn("Topics cannot be created yet; events wait in the outbox meanwhile: {}", Causes.name(failure));
		}
	}

}

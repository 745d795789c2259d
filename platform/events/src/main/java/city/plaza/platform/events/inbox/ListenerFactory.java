package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.Map;

import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.deadletter.DeadLetters;
import city.plaza.platform.failure.Causes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Makes the listener of a consumer. */
class ListenerFactory {

	private static final Logger log = LoggerFactory.getLogger(ListenerFactory.class);

	/**
	 * At 500 events a second there are as many polls, and each commit is a write of the
	 * broker.
	 */
	private static final Duration COMMIT_EVERY = Duration.ofMillis(250);

	private final ConsumerFactory<String, byte[]> consumers;

	private final DeadLetters deadLetters;

	private final ConsumerMetrics metrics;

	private final EventsSettings settings;

	ListenerFactory(ConsumerFactory<String, byte[]> consumers, DeadLetters deadLetters, ConsumerMetrics metrics,
			EventsSettings settings) {
		this.consumers = consumers;
		this.deadLetters = deadLetters;
		this.metrics = metrics;
		this.settings = settings;
	}

	Listener listener(ApplyEvents apply) {
		ConsumerGroup group = apply.group();
		ListenerState state = new ListenerState(group);
		Retries retries = new Retries(state, this.settings.retry());
		ContainerProperties properties = new ContainerProperties(group.topic());
		properties.setGroupId(group.id());
		BatchMessageListener<String, byte[]> batches = (records) -> apply.apply(records, state::continues);
		properties.setMessageListener(batches);
		// After the transactions of what was polled, not with each poll, and without
		// waiting for Kafka: a repeat is seen by the inbox. What is left is committed
		// when the listener stops or gives up a partition.
		properties.setAckMode(ContainerProperties.AckMode.TIME);
		properties.setAckTime(COMMIT_EVERY.toMillis());
		properties.setSyncCommits(false);
		properties.setCommitCallback((offsets, error) -> committed(group, error));
		properties.setMissingTopicsFatal(false);
		properties.setConsumerRebalanceListener(state);
		properties.setListenerTaskExecutor(virtualThreads(group.id()));
		ConcurrentMessageListenerContainer<String, byte[]> listener = new ConcurrentMessageListenerContainer<>(
				this.consumers, properties);
		listener.setBeanName(group.id());
		listener.setConcurrency(this.settings.concurrency());
		listener.setCommonErrorHandler(errorHandler(group, retries));
		this.metrics.watch(state);
		return new Listener(listener, state, this.settings.listenerPause());
	}

	/** The next commit makes up for one that failed. */
	private static void committed(ConsumerGroup group, @Nullable Exception error) {
		if (error != null) {
			log.debug("{} could not commit its place: {}", group.id(), Causes.name(error));
		}
	}

	private static SimpleAsyncTaskExecutor virtualThreads(String name) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
		executor.setVirtualThreads(true);
		return executor;
	}

	private DefaultErrorHandler errorHandler(ConsumerGroup group, Retries retries) {
		DefaultErrorHandler handler = new DefaultErrorHandler(this.deadLetters.recoverer(group), retries);
		handler.setClassifications(Map.of(), true);
		// Each failure is judged by itself; the handler needs to remember the ones
		// before.
		handler.setResetStateOnExceptionChange(false);
		// Dead letters log the cause: the handler's own line would quote messages.
		handler.setLogLevel(KafkaException.Level.DEBUG);
		handler.setRetryListeners(retries);
		return handler;
	}

}

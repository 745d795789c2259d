package city.plaza.platform.events.inbox;

import java.util.Map;

import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.deadletter.DeadLetters;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Makes the listener of a consumer. */
class ListenerFactory {

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
		properties.setMessageListener(apply);
		// After the transactions of what was polled; a repeat is seen by the inbox.
		properties.setAckMode(ContainerProperties.AckMode.BATCH);
		properties.setMissingTopicsFatal(false);
		properties.setConsumerRebalanceListener(state);
		properties.setListenerTaskExecutor(virtualThreads(group.id()));
		ConcurrentMessageListenerContainer<String, byte[]> listener = new ConcurrentMessageListenerContainer<>(
				this.consumers, properties);
		listener.setBeanName(group.id());
		listener.setConcurrency(this.settings.concurrency());
		listener.setRecordInterceptor(retries);
		listener.setCommonErrorHandler(errorHandler(group, retries));
		this.metrics.watch(state);
		return new Listener(listener, state, this.settings.listenerPause());
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

package city.plaza.platform.events;

import java.util.HashMap;
import java.util.Map;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;

/** Makes what listens to a subscription, and to its dead letters. */
class Listeners {

	private final ConsumerFactory<String, byte[]> consumers;

	private final KafkaOperations<String, byte[]> kafka;

	private final EventMetrics metrics;

	private final EventsSettings events;

	Listeners(Map<String, Object> consumerSettings, KafkaOperations<String, byte[]> kafka, EventMetrics metrics,
			EventsSettings events) {
		Map<String, Object> settings = new HashMap<>(consumerSettings);
		// Set here, not in a file: otherwise an event may be passed over.
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		this.consumers = new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer());
		this.kafka = kafka;
		this.metrics = metrics;
		this.events = events;
	}

	Listener listener(Consumption consumption, Reception reception) {
		ListenerState state = new ListenerState(consumption);
		Tries tries = new Tries(state);
		ContainerProperties properties = new ContainerProperties(consumption.topic());
		properties.setGroupId(consumption.group());
		properties.setMessageListener(reception);
		// After the transactions of what was polled; a repeat is seen by the inbox.
		properties.setAckMode(ContainerProperties.AckMode.BATCH);
		properties.setMissingTopicsFatal(false);
		properties.setConsumerRebalanceListener(state);
		properties.setListenerTaskExecutor(virtualThreads(consumption.group()));
		ConcurrentMessageListenerContainer<String, byte[]> listener = new ConcurrentMessageListenerContainer<>(
				this.consumers, properties);
		listener.setBeanName(consumption.group());
		listener.setConcurrency(this.events.concurrency());
		listener.setRecordInterceptor(tries);
		listener.setCommonErrorHandler(errorHandler(consumption, tries));
		this.metrics.watch(state);
		return new Listener(listener, state, this.events.listenerPause());
	}

	DeadLetterReplay replay(Consumption consumption, Reception reception) {
		return new DeadLetterReplay(this.consumers, consumption, reception, deadLetters(consumption),
				this.events.keepInbox());
	}

	private DeadLetters deadLetters(Consumption consumption) {
		return new DeadLetters(this.kafka, consumption, this.metrics);
	}

	private static SimpleAsyncTaskExecutor virtualThreads(String name) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
		executor.setVirtualThreads(true);
		return executor;
	}

	private DefaultErrorHandler errorHandler(Consumption consumption, Tries tries) {
		DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters(consumption), tries);
		handler.setClassifications(Map.of(), true);
		// Tries judges each failure by itself and needs to remember the ones before.
		handler.setResetStateOnExceptionChange(false);
		// The cause is logged by us, when it is put aside: theirs would quote messages.
		handler.setLogLevel(KafkaException.Level.DEBUG);
		handler.setRetryListeners(tries);
		return handler;
	}

}

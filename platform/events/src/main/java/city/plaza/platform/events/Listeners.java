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
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.ExponentialBackOff;
import org.springframework.util.backoff.FixedBackOff;

/** Makes what listens to a subscription, and to its dead letters. */
class Listeners {

	/** 0.2 + 0.6 + 1.8 + 2 seconds: a hiccup passes, a bug does not hold up the rest. */
	private static final int RETRIES = 4;

	private final ConsumerFactory<String, byte[]> consumers;

	private final KafkaOperations<String, byte[]> kafka;

	private final EventMetrics metrics;

	private final int concurrency;

	Listeners(Map<String, Object> consumerSettings, KafkaOperations<String, byte[]> kafka, EventMetrics metrics,
			int concurrency) {
		Map<String, Object> settings = new HashMap<>(consumerSettings);
		// Set here, not in a file: otherwise an event may be passed over.
		settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
		settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
		this.consumers = new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(),
				new ByteArrayDeserializer());
		this.kafka = kafka;
		this.metrics = metrics;
		this.concurrency = concurrency;
	}

	ConcurrentMessageListenerContainer<String, byte[]> listener(Consumption consumption, Reception reception) {
		ContainerProperties properties = new ContainerProperties(consumption.topic());
		properties.setGroupId(consumption.group());
		properties.setMessageListener(reception);
		// After the transactions of what was polled; a repeat is seen by the inbox.
		properties.setAckMode(ContainerProperties.AckMode.BATCH);
		properties.setMissingTopicsFatal(false);
		properties.setListenerTaskExecutor(virtualThreads(consumption.group()));
		ConcurrentMessageListenerContainer<String, byte[]> listener = new ConcurrentMessageListenerContainer<>(
				this.consumers, properties);
		listener.setBeanName(consumption.group());
		listener.setConcurrency(this.concurrency);
		listener.setCommonErrorHandler(errorHandler(consumption));
		return listener;
	}

	DeadLetterReplay replay(Consumption consumption, Reception reception) {
		return new DeadLetterReplay(this.consumers, consumption, reception, deadLetters(consumption));
	}

	private DeadLetters deadLetters(Consumption consumption) {
		return new DeadLetters(this.kafka, consumption, this.metrics);
	}

	private static SimpleAsyncTaskExecutor virtualThreads(String name) {
		SimpleAsyncTaskExecutor executor = new SimpleAsyncTaskExecutor(name + "-");
		executor.setVirtualThreads(true);
		return executor;
	}

	private DefaultErrorHandler errorHandler(Consumption consumption) {
		DefaultErrorHandler handler = new DefaultErrorHandler(deadLetters(consumption));
		handler.setBackOffFunction((record, error) -> pauses(error));
		handler.setClassifications(Map.of(), true);
		// The cause is told by us, when it is put aside: theirs would quote messages.
		handler.setLogLevel(KafkaException.Level.DEBUG);
		handler.setRetryListeners(new OutageLog(consumption));
		return handler;
	}

	private static BackOff pauses(Exception error) {
		return switch (Fault.of(error)) {
			case OUTAGE -> exponential(200, 2, 5000);
			case POISON -> new FixedBackOff(0, 0);
			case FAILURE -> few();
		};
	}

	private static ExponentialBackOff few() {
		ExponentialBackOff pauses = exponential(200, 3, 2000);
		pauses.setMaxAttempts(RETRIES);
		return pauses;
	}

	private static ExponentialBackOff exponential(long first, double factor, long longest) {
		ExponentialBackOff pauses = new ExponentialBackOff(first, factor);
		pauses.setMaxInterval(longest);
		return pauses;
	}

}

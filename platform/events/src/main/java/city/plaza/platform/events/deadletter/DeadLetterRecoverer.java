package city.plaza.platform.events.deadletter;

import city.plaza.platform.failure.Causes;
import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.ConsumerGroup;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.kafka.core.KafkaOperations;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.DeadLetterPublishingRecoverer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;

/** Writes a record that could not be applied to the dead-letter topic, with the cause. */
class DeadLetterRecoverer extends DeadLetterPublishingRecoverer {

	private static final Logger log = LoggerFactory.getLogger(DeadLetterRecoverer.class);

	private final ConsumerGroup group;

	private final MeterRegistry meters;

	DeadLetterRecoverer(KafkaOperations<String, byte[]> kafka, ConsumerGroup group, MeterRegistry meters) {
		super(kafka, (record, error) -> new TopicPartition(group.deadLetterTopic(), -1));
		this.group = group;
		this.meters = meters;
		setExceptionHeadersCreator((headers, error, isKey, names) -> describe(headers, unwrap(error)));
		// A letter that failed again stays in its topic, and still names where it came
		// from.
		setSkipSameTopicFatalExceptions(false);
		setAppendOriginalHeaders(false);
	}

	@Override
	public void accept(ConsumerRecord<?, ?> record, @Nullable Consumer<?, ?> consumer, Exception error) {
		super.accept(record, consumer, error);
		this.meters
			.counter("plaza.events.dead.lettered", "topic", this.group.topic(), "subscription", this.group.consumer())
			.increment();
		Throwable cause = unwrap(error);
		log.error("Event {} of {} at {}-{} could not be applied and was parked: {} at {}",
				CloudEventHeaders.read(record.headers(), CloudEventHeaders.ID), record.topic(), record.partition(),
				record.offset(), Causes.name(cause), Causes.place(cause));
	}

	private static void describe(Headers headers, Throwable cause) {
		replace(headers, DeadLetters.CAUSE, Causes.root(cause).getClass().getName());
		replace(headers, DeadLetters.REASON, reason(cause));
		replace(headers, DeadLetters.PLACE, Causes.place(cause));
	}

	/** Only Plaza's own texts: another message could quote the body. */
	private static String reason(Throwable cause) {
		return (cause instanceof PoisonException poison && poison.getMessage() != null) ? poison.getMessage()
				: "The handler failed: " + Causes.name(cause);
	}

	private static void replace(Headers headers, String name, String value) {
		headers.remove(name);
		CloudEventHeaders.add(headers, name, value);
	}

	/** Of what the listener adds: which record failed, and that it was its. */
	private static Throwable unwrap(Throwable error) {
		Throwable cause = error;
		while (cause.getCause() != null && (cause instanceof ListenerExecutionFailedException
				|| cause instanceof BatchListenerFailedException)) {
			cause = cause.getCause();
		}
		return cause;
	}

}

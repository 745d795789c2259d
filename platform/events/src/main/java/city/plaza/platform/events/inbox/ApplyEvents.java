package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.UUID;

import city.plaza.platform.events.CloudEventHeaders;
import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.Event;
import city.plaza.platform.events.Traceparent;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import reactor.core.publisher.Mono;

import org.springframework.kafka.listener.MessageListener;

/** Applies the records of one consumer, each once. */
class ApplyEvents implements MessageListener<String, byte[]> {

	/** Far beyond the server's own timeouts: a response that was lost ends here. */
	private static final Duration TIMEOUT = Duration.ofMinutes(2);

	private final EventConsumer consumer;

	private final ConsumerGroup group;

	private final EventReader reader;

	private final Inbox inbox;

	private final ConsumerMetrics metrics;

	ApplyEvents(EventConsumer consumer, ConsumerGroup group, EventReader reader, Inbox inbox, ConsumerMetrics metrics) {
		this.consumer = consumer;
		this.group = group;
		this.reader = reader;
		this.inbox = inbox;
		this.metrics = metrics;
	}

	ConsumerGroup group() {
		return this.group;
	}

	/**
	 * On a virtual thread of the listener, which may block and has to: only when this
	 * event is committed may the next one of its key begin.
	 */
	@Override
	public void onMessage(ConsumerRecord<String, byte[]> record) {
		try {
			apply(record).block(TIMEOUT);
		}
		catch (StackOverflowError | LinkageError | AssertionError ex) {
			// Caused by this event alone. An error of the whole process, such as no
			// memory, stops the listener.
			throw new IllegalStateException("The handler failed with an error", ex);
		}
	}

	private Mono<Void> apply(ConsumerRecord<String, byte[]> record) {
		return Mono.defer(() -> {
			EventReader.checkVersion(record.headers());
			UUID id = EventReader.id(record.headers());
			String type = EventReader.type(record.headers());
			return Mono.justOrEmpty(this.consumer.reading(type)).flatMap((reading) -> apply(id, type, reading, record));
		});
	}

	private <T> Mono<Void> apply(UUID id, String type, EventConsumer.Reading<T> reading,
			ConsumerRecord<String, byte[]> record) {
		Event<T> event = this.reader.read(record, type, reading.data());
		Traceparent trace = new Traceparent(CloudEventHeaders.read(record.headers(), Traceparent.HEADER));
		return this.inbox.applyOnce(this.group.consumer(), id, Mono.defer(() -> reading.handler().handle(event)))
			.doOnNext(this::count)
			.then()
			.contextWrite(trace::writeTo);
	}

	private void count(boolean isNew) {
		if (isNew) {
			this.metrics.consumed(this.group);
		}
		else {
			this.metrics.repeated(this.group);
		}
	}

}

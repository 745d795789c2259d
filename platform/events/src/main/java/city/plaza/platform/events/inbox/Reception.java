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

/** Applies the records of one subscription, each once. */
class Reception implements MessageListener<String, byte[]> {

	/**
	 * Far beyond the server's own time-outs: whatever was lost must not be waited for.
	 */
	private static final Duration LONGEST = Duration.ofMinutes(2);

	private final ConsumerGroup group;

	private final Subscription subscription;

	private final EventReader reader;

	private final Inbox inbox;

	private final ConsumerMetrics metrics;

	Reception(ConsumerGroup group, Subscription subscription, EventReader reader, Inbox inbox,
			ConsumerMetrics metrics) {
		this.group = group;
		this.subscription = subscription;
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
			receive(record).block(LONGEST);
		}
		catch (StackOverflowError | LinkageError | AssertionError ex) {
			// Of this event alone. What concerns the process, such as no memory, stops
			// the
			// listener.
			throw new IllegalStateException("The handler failed with an error", ex);
		}
	}

	/**
	 * Applies the record.
	 * @return completes when its effect is committed, or was before, or none is wanted
	 */
	Mono<Void> receive(ConsumerRecord<String, byte[]> record) {
		return Mono.defer(() -> {
			EventReader.checkVersion(record.headers());
			UUID id = EventReader.id(record.headers());
			String type = EventReader.type(record.headers());
			return Mono.justOrEmpty(this.subscription.handling(type))
				.flatMap((handling) -> apply(id, type, handling, record));
		});
	}

	private <T> Mono<Void> apply(UUID id, String type, Subscription.Handling<T> handling,
			ConsumerRecord<String, byte[]> record) {
		Event<T> event = this.reader.read(record, type, handling.data());
		Traceparent trace = new Traceparent(CloudEventHeaders.read(record.headers(), Traceparent.HEADER));
		return this.inbox.applyOnce(this.group.consumer(), id, Mono.defer(() -> handling.handler().handle(event)))
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

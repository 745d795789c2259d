package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.Iterator;

import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.deadletter.FailureKind;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * How often a record that failed is retried: without end while something it needs is
 * down, a few times otherwise. The kind of each failure counts alone, so that failures of
 * several kinds in turn come to an end too.
 */
class Retries implements RetryListener, BackOff {

	/** Of the record that this thread handles; each listener has threads of its own. */
	private static final ThreadLocal<FailureKind> LATEST = ThreadLocal.withInitial(() -> FailureKind.FAILURE);

	private final ListenerState state;

	private final EventsSettings.Retry settings;

	Retries(ListenerState state, EventsSettings.Retry settings) {
		this.state = state;
		this.settings = settings;
	}

	@Override
	public void failedDelivery(ConsumerRecord<?, ?> failed, @Nullable Exception error, int attempt) {
		FailureKind kind = (error != null) ? FailureKind.of(error) : FailureKind.FAILURE;
		LATEST.set(kind);
		if (kind == FailureKind.OUTAGE && error != null) {
			this.state.waits(partition(failed), failed.offset(), error);
		}
	}

	@Override
	public void recovered(ConsumerRecord<?, ?> failed, @Nullable Exception error) {
		this.state.continues(partition(failed));
	}

	/** The dead letter cannot be written: Kafka is down, and the record waits. */
	@Override
	public void recoveryFailed(ConsumerRecord<?, ?> failed, @Nullable Exception original, Exception error) {
		this.state.waits(partition(failed), failed.offset(), error);
	}

	@Override
	public BackOffExecution start() {
		return new BackOffExecution() {

			private final Iterator<Duration> pausesOfFailure = Retries.this.settings.failures().iterator();

			private Duration pauseOfOutage = Retries.this.settings.outage();

			@Override
			public long nextBackOff() {
				return switch (LATEST.get()) {
					case POISON -> STOP;
					case OUTAGE -> {
						Duration pause = this.pauseOfOutage;
						Duration doubled = pause.multipliedBy(2);
						Duration longest = Retries.this.settings.longestOutage();
						this.pauseOfOutage = (doubled.compareTo(longest) < 0) ? doubled : longest;
						yield pause.toMillis();
					}
					case FAILURE -> this.pausesOfFailure.hasNext() ? this.pausesOfFailure.next().toMillis() : STOP;
				};
			}

		};
	}

	private static TopicPartition partition(ConsumerRecord<?, ?> about) {
		return new TopicPartition(about.topic(), about.partition());
	}

}

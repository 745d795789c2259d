package city.plaza.platform.events.inbox;

import city.plaza.platform.events.deadletter.FailureKind;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

import org.springframework.kafka.listener.RecordInterceptor;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.BackOff;
import org.springframework.util.backoff.BackOffExecution;

/**
 * How often a record that failed is retried: without end while something it needs is
 * down, a few times otherwise. The kind of each failure counts alone, so that failures of
 * several kinds in turn come to an end too.
 */
class Retries implements RetryListener, RecordInterceptor<String, byte[]>, BackOff {

	/** In ms: a short disturbance passes, a bug does not hold up the rest for long. */
	private static final long[] PAUSES_OF_FAILURE = { 200, 600, 1800, 2000 };

	private static final long FIRST_PAUSE_OF_OUTAGE = 200;

	private static final long LONGEST_PAUSE_OF_OUTAGE = 5000;

	/** Of the record that this thread handles; each listener has threads of its own. */
	private static final ThreadLocal<FailureKind> LATEST = ThreadLocal.withInitial(() -> FailureKind.FAILURE);

	private final ListenerState state;

	Retries(ListenerState state) {
		this.state = state;
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
	public ConsumerRecord<String, byte[]> intercept(ConsumerRecord<String, byte[]> next,
			Consumer<String, byte[]> consumer) {
		return next;
	}

	@Override
	public void success(ConsumerRecord<String, byte[]> applied, Consumer<String, byte[]> consumer) {
		this.state.continues(partition(applied));
	}

	@Override
	public BackOffExecution start() {
		return new BackOffExecution() {

			private long pauseOfOutage = FIRST_PAUSE_OF_OUTAGE;

			private int failures;

			@Override
			public long nextBackOff() {
				return switch (LATEST.get()) {
					case POISON -> STOP;
					case OUTAGE -> {
						long pause = this.pauseOfOutage;
						this.pauseOfOutage = Math.min(2 * pause, LONGEST_PAUSE_OF_OUTAGE);
						yield pause;
					}
					case FAILURE ->
						(this.failures < PAUSES_OF_FAILURE.length) ? PAUSES_OF_FAILURE[this.failures++] : STOP;
				};
			}

		};
	}

	private static TopicPartition partition(ConsumerRecord<?, ?> about) {
		return new TopicPartition(about.topic(), about.partition());
	}

}

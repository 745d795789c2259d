package city.plaza.platform.events.inbox;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import city.plaza.platform.failure.Causes;
import city.plaza.platform.events.ConsumerGroup;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whether a listener of this process runs, waits for something, or has stopped. */
class ListenerState implements ConsumerRebalanceListener {

	private static final Logger log = LoggerFactory.getLogger(ListenerState.class);

	private final ConsumerGroup group;

	private final Map<TopicPartition, Waiting> waiting = new ConcurrentHashMap<>();

	private volatile @Nullable Waiting stopped;

	ListenerState(ConsumerGroup group) {
		this.group = group;
	}

	ConsumerGroup group() {
		return this.group;
	}

	/** Logged once a wait, however many tries it takes. */
	void waits(TopicPartition partition, long offset, Throwable cause) {
		String name = Causes.name(cause);
		if (this.waiting.putIfAbsent(partition, new Waiting(System.nanoTime(), name)) == null) {
			log.warn("{} waits at {}@{} and tries again: {}", this.group.id(), partition, offset, name);
		}
	}

	void continues(TopicPartition partition) {
		Waiting over = this.waiting.remove(partition);
		if (over != null) {
			log.info("{} continues at {} after {} s", this.group.id(), partition, over.age().toSeconds());
		}
	}

	/** Logged once, however many starts it takes. */
	void stopped(String reason) {
		this.waiting.clear();
		if (this.stopped == null) {
			this.stopped = new Waiting(System.nanoTime(), reason);
			log.error("The listener {} stopped and is started again: {}", this.group.id(), reason);
		}
	}

	void runs() {
		if (this.stopped != null) {
			this.stopped = null;
			log.info("The listener {} runs again", this.group.id());
		}
	}

	boolean isStopped() {
		return this.stopped != null;
	}

	/** Of the partition that has waited longest; zero if none waits. */
	Duration waitingFor() {
		return this.waiting.values().stream().map(Waiting::age).max(Duration::compareTo).orElse(Duration.ZERO);
	}

	/** For the health response. */
	String describe() {
		Waiting stop = this.stopped;
		if (stop != null) {
			return "stopped for %d s: %s".formatted(stop.age().toSeconds(), stop.cause());
		}
		return this.waiting.values()
			.stream()
			.max((one, other) -> one.age().compareTo(other.age()))
			.map((longest) -> "waits for %d s: %s".formatted(longest.age().toSeconds(), longest.cause()))
			.orElse("runs");
	}

	/** Another instance has the partition now, and waits itself. */
	@Override
	public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
		partitions.forEach(this.waiting::remove);
	}

	@Override
	public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
		// What waits is found when it fails.
	}

	private record Waiting(long since, String cause) {

		Duration age() {
			return Duration.ofNanos(System.nanoTime() - this.since);
		}

	}

}

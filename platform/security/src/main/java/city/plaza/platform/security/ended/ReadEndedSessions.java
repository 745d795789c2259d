package city.plaza.platform.security.ended;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.SmartLifecycle;

/**
 * Reads the ended sessions on a thread of its own. The service accepts no request before
 * those of the past are known, or Kafka did not respond for the time that the settings
 * allow: a service must start without Kafka too. Whatever fails is tried again.
 */
class ReadEndedSessions implements SmartLifecycle {

	/** Before the registration of the instance (0) and its web server. */
	static final int PHASE = -1000;

	private static final Logger log = LoggerFactory.getLogger(ReadEndedSessions.class);

	private static final Duration PAUSE = Duration.ofMillis(500);

	private final CountDownLatch read = new CountDownLatch(1);

	private final CountDownLatch stopped = new CountDownLatch(1);

	private final EndedSessions ended;

	private final Supplier<Consumer<byte[], byte[]>> consumers;

	private final Duration startWait;

	private final Clock clock;

	private volatile boolean started;

	private volatile @Nullable Consumer<byte[], byte[]> reading;

	private boolean outage;

	ReadEndedSessions(EndedSessions ended, Supplier<Consumer<byte[], byte[]>> consumers, Duration startWait,
			Clock clock) {
		this.ended = ended;
		this.consumers = consumers;
		this.startWait = startWait;
		this.clock = clock;
	}

	@Override
	public void start() {
		this.started = true;
		Thread.ofVirtual().name("ended-sessions").start(this::readUntilStopped);
		try {
			if (!this.read.await(this.startWait.toMillis(), TimeUnit.MILLISECONDS)) {
				log.warn("Ended sessions cannot be read from Kafka yet: until then their tokens are accepted");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void stop() {
		this.stopped.countDown();
		Consumer<byte[], byte[]> consumer = this.reading;
		if (consumer != null) {
			consumer.wakeup();
		}
	}

	@Override
	public boolean isRunning() {
		return this.started && this.stopped.getCount() > 0;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	private void readUntilStopped() {
		while (isRunning()) {
			try (Consumer<byte[], byte[]> consumer = this.consumers.get()) {
				this.reading = consumer;
				read(new SessionTopic(consumer, this.clock));
			}
			catch (WakeupException ex) {
				log.debug("The reading of ended sessions stops");
			}
			catch (RuntimeException ex) {
				waiting(ex);
			}
			pause();
		}
	}

	private void read(SessionTopic topic) {
		while (isRunning()) {
			for (ConsumerRecord<byte[], byte[]> event : topic.next()) {
				apply(event);
			}
			this.ended.forgetExpired();
			if (topic.isRead()) {
				this.read.countDown();
				this.outage = false;
			}
			if (!topic.exists()) {
				pause();
			}
		}
	}

	private void apply(ConsumerRecord<byte[], byte[]> event) {
		try {
			SessionEnded.of(event).ifPresent((found) -> this.ended.add(found.sessionId(), found.tokensUntil()));
		}
		catch (RuntimeException ex) {
			log.error("The event at {}-{}@{} cannot be read as SessionEnded: {}", event.topic(), event.partition(),
					event.offset(), ex.getClass().getSimpleName());
		}
	}

	private void waiting(RuntimeException error) {
		if (!this.outage) {
			this.outage = true;
			log.warn("Ended sessions cannot be read from Kafka, trying again: {}", error.getClass().getSimpleName());
		}
	}

	private void pause() {
		try {
			this.stopped.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}

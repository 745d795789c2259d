package city.plaza.platform.events.outbox;

import java.time.Duration;
import java.util.Map;

import org.apache.kafka.clients.producer.ProducerConfig;

/**
 * For how long a relay has its lanes. The server releases those of one that froze; by
 * then nothing it began to send may still be on its way, or it could arrive after what
 * the next relay sent.
 *
 * @param length after which the server ends the relay's transaction
 */
record Lease(Duration length) {

	/**
	 * The lease of the settings.
	 * @throws IllegalStateException if the producer may send for longer than it lasts
	 */
	static Lease of(Duration length, Map<String, Object> producer) {
		Lease lease = new Lease(length);
		Duration longest = lease.sending()
			.plus(millis(producer, ProducerConfig.MAX_BLOCK_MS_CONFIG, 60_000))
			.plus(millis(producer, ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 120_000));
		if (longest.compareTo(length) >= 0) {
			throw new IllegalStateException(
					"plaza.events.lease is %s; it has to be longer than a send may take: a quarter of it, max.block.ms "
						.formatted(length) + "and delivery.timeout.ms, together " + longest);
		}
		return lease;
	}

	private static Duration millis(Map<String, Object> producer, String name, long preset) {
		return Duration.ofMillis(Long.parseLong(String.valueOf(producer.getOrDefault(name, preset))));
	}

	/** How long after a claim sends may begin. */
	Duration sending() {
		return this.length.dividedBy(4);
	}

	/** When sends of a claim of now have to have begun, as {@link System#nanoTime}. */
	long lastBegin() {
		return System.nanoTime() + sending().toNanos();
	}

}

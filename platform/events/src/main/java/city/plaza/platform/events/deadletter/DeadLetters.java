package city.plaza.platform.events.deadletter;

import java.util.Map;

import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.KafkaClients;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.MessageListener;

/**
 * Parks what a consumer cannot apply in a topic of that consumer, so that it continues
 * with the next event; and applies it once more on request.
 */
public final class DeadLetters {

	/** The header with the class of the cause. */
	public static final String CAUSE = "plaza_dead_letter_cause";

	/** The header with the reason, without a part of the body. */
	public static final String REASON = "plaza_dead_letter_reason";

	/** The header with the line of Plaza's code that failed. */
	public static final String PLACE = "plaza_dead_letter_place";

	private final KafkaClients kafka;

	private final MeterRegistry meters;

	private final EventsSettings settings;

	DeadLetters(KafkaClients kafka, MeterRegistry meters, EventsSettings settings) {
		this.kafka = kafka;
		this.meters = meters;
		this.settings = settings;
	}

	/**
	 * What parks the records that a consumer could not apply, with the cause in headers.
	 * @param group the consumer's
	 * @return called with the record that failed and its error
	 */
	public ConsumerRecordRecoverer recoverer(ConsumerGroup group) {
		return new DeadLetterRecoverer(this.kafka.producer(), group, this.meters);
	}

	/**
	 * Applies the dead letters of those consumers once more that
	 * {@code plaza.events.replay} names, when the service has started.
	 * @param consumers all of this service, with what applies their events
	 * @return to be called at the start
	 * @throws IllegalStateException if the setting names an unknown consumer
	 */
	public ApplicationListener<ApplicationReadyEvent> replays(
			Map<ConsumerGroup, MessageListener<String, byte[]>> consumers) {
		return new DeadLetterReplays(
				consumers.entrySet().stream().map((each) -> replay(each.getKey(), each.getValue())).toList(),
				this.settings.replay());
	}

	private DeadLetterReplay replay(ConsumerGroup group, MessageListener<String, byte[]> listener) {
		return new DeadLetterReplay(this.kafka.consumers(), group, listener, recoverer(group),
				this.settings.keepInbox());
	}

}

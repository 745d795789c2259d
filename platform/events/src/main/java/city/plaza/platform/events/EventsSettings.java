package city.plaza.platform.events;

import java.time.Duration;
import java.util.List;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * How events are sent and read.
 *
 * @param topics the streams this service owns: it alone creates them, with the settings
 * named here
 * @param partitions of a topic that its owner gives no number
 * @param replication copies of each partition
 * @param minInSync copies that must have an event before Kafka acknowledges it
 * @param concurrency threads of each consumer in this process; no more than there are
 * partitions are busy. With more, what was sent together is applied by as many
 * transactions
 * @param maxBody the largest body that is written or read
 * @param together how many events are applied in one transaction
 * @param poll how often the outbox is polled, besides the signals of commits
 * @param batch rows of a lane sent in one go
 * @param lease after which the lanes of a relay that froze are another's; longer than a
 * send may take
 * @param keepEvents how long Kafka keeps the events of an owned stream that is not
 * compacted
 * @param keepInbox how long an applied event is remembered: longer than the topics that
 * are read keep their events, and longer than dead letters are kept
 * @param keepDeadLetters how long a dead letter is kept
 * @param listenerPause before a listener that stopped is started again; doubled up to a
 * minute while it keeps stopping
 * @param retry pauses before an event that failed is applied again
 * @param replay consumers whose dead letters this start applies once more
 */
@Validated
@ConfigurationProperties("plaza.events")
public record EventsSettings(@DefaultValue List<@Valid Topic> topics,
		@DefaultValue("6") @Min(1) @Max(1000) int partitions, @DefaultValue("3") @Min(1) @Max(9) short replication,
		@DefaultValue("2") @Min(1) @Max(9) int minInSync, @DefaultValue("1") @Min(1) @Max(64) int concurrency,
		@DefaultValue("900KB") @NotNull DataSize maxBody, @DefaultValue @NotNull @Valid Together together,
		@DefaultValue("1s") @NotNull Duration poll, @DefaultValue("50") @Min(1) @Max(1000) int batch,
		@DefaultValue("60s") @NotNull Duration lease, @DefaultValue("7d") @NotNull Duration keepEvents,
		@DefaultValue("31d") @NotNull Duration keepInbox, @DefaultValue("30d") @NotNull Duration keepDeadLetters,
		@DefaultValue("5s") @NotNull Duration listenerPause, @DefaultValue @NotNull @Valid Retry retry,
		@DefaultValue List<String> replay) {

	/**
	 * Checks what the constraints cannot.
	 * @throws IllegalArgumentException if the inbox forgets before the topics do, or more
	 * copies must be in sync than there are
	 */
	public EventsSettings {
		if (keepInbox.compareTo(keepEvents) <= 0) {
			throw new IllegalArgumentException(
					"plaza.events.keep-inbox has to be longer than plaza.events.keep-events: an event read again "
							+ "would be applied again");
		}
		if (minInSync > replication) {
			throw new IllegalArgumentException(
					"plaza.events.min-in-sync is %d and plaza.events.replication is %d: with fewer copies than must have "
						.formatted(minInSync, replication) + "an event Kafka acknowledges none");
		}
	}

	/**
	 * A stream this service owns.
	 *
	 * @param name such as {@code billing.customers}
	 * @param partitions may grow later, never shrink; growing moves keys
	 * @param compacted whether the last event of a key is kept for ever: for state
	 */
	public record Topic(@NotBlank String name, @Nullable @Min(1) @Max(1000) Integer partitions, boolean compacted) {
	}

	/**
	 * Limits of a transaction in which several events are applied: what comes first is
	 * reached first. One event is always applied.
	 *
	 * @param events at most
	 * @param bytes of their bodies at most
	 * @param time after which no further event is begun, so that the first ones take
	 * effect soon and their locks are not held for long
	 */
	public record Together(@DefaultValue("200") @Min(1) @Max(1000) int events,
			@DefaultValue("1MB") @NotNull DataSize bytes, @DefaultValue("50ms") @NotNull Duration time) {
	}

	/**
	 * Pauses before an event is applied again, during which all events that its thread
	 * reads wait: with one thread those of the consumer in this process.
	 *
	 * @param failures one pause for each further try of what failed for an unknown
	 * reason; a short disturbance passes, a bug does not hold up the rest for long
	 * @param outage the first pause while something is down; doubled each time, without
	 * end
	 * @param longestOutage which the pause of an outage does not exceed
	 */
	public record Retry(@DefaultValue( {
			"200ms", "600ms", "1800ms", "2s" }) List<@NotNull Duration> failures,
			@DefaultValue("200ms") @NotNull Duration outage, @DefaultValue("5s") @NotNull Duration longestOutage){
	}

}

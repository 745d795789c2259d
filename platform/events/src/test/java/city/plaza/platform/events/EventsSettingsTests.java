package city.plaza.platform.events;

import java.time.Duration;
import java.util.Map;

import jakarta.validation.Validation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class EventsSettingsTests {

	@Test
	void loseNothingByThemselves() {
		EventsSettings preset = bind(Map.of());
		assertThat(preset.replication()).isEqualTo((short) 3);
		assertThat(preset.minInSync()).isEqualTo(2);
		assertThat(preset.keepInbox()).isGreaterThan(preset.keepEvents()).isGreaterThan(preset.keepDeadLetters());
		assertThat(preset.topics()).isEmpty();
		assertThat(preset.replay()).isEmpty();
		assertThat(preset.maxBody().toBytes()).as("with headers and a cause, a dead letter fits")
			.isLessThan(KafkaClients.LARGEST_MESSAGE);
	}

	@ParameterizedTest
	@CsvSource({ "7d, 7d", "8d, 7d", "31d, 30d", "1d, 0s", "7d, 167h" })
	void refuseAnInboxThatForgetsBeforeTheTopics(String keepEvents, String keepInbox) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(
					() -> bind(Map.of("plaza.events.keep-events", keepEvents, "plaza.events.keep-inbox", keepInbox)))
			.havingRootCause()
			.withMessageContaining("plaza.events.keep-inbox has to be longer than plaza.events.keep-events");
	}

	@ParameterizedTest
	@CsvSource({ "1, 2", "2, 3", "3, 9" })
	void refuseToWaitForMoreCopiesThanThereAre(String replication, String minInSync) {
		assertThatExceptionOfType(BindException.class)
			.isThrownBy(
					() -> bind(Map.of("plaza.events.replication", replication, "plaza.events.min-in-sync", minInSync)))
			.havingRootCause()
			.withMessageContaining("plaza.events.min-in-sync is " + minInSync)
			.withMessageContaining("plaza.events.replication is " + replication);
	}

	@ParameterizedTest
	@CsvSource({ "1, 1", "2, 2", "3, 1", "3, 3" })
	void takeAsManyCopiesInSyncAsThereAre(String replication, String minInSync) {
		EventsSettings settings = bind(
				Map.of("plaza.events.replication", replication, "plaza.events.min-in-sync", minInSync));
		assertThat(settings.minInSync()).isLessThanOrEqualTo(settings.replication());
	}

	@ParameterizedTest
	@CsvSource({ "partitions, 0", "partitions, 1001", "concurrency, 0", "batch, 0", "batch, 1001", "min-in-sync, 0",
			"topics[0].name, ''", "topics[0].partitions, 0" })
	void refuseNumbersOutOfReason(String name, String value) {
		EventsSettings settings = bind(Map.of("plaza.events." + name, value));
		try (var validators = Validation.buildDefaultValidatorFactory()) {
			assertThat(validators.getValidator().validate(settings)).isNotEmpty();
		}
	}

	@Test
	void nameTheDeadLettersOfEachConsumerApart() {
		ConsumerGroup one = new ConsumerGroup("links", "billing.customers", "account-link-service.links");
		ConsumerGroup other = new ConsumerGroup("notices", "billing.customers", "notification-service.notices");
		assertThat(one.deadLetterTopic()).isEqualTo("billing.customers.account-link-service.links.dlt")
			.isNotEqualTo(other.deadLetterTopic());
	}

	@Test
	void deleteInPartsUntilOneIsNotFull() {
		long[] left = { 2_000 };
		int[] rounds = { 0 };
		PeriodicTask.inBatches((most) -> Mono.fromSupplier(() -> {
			rounds[0]++;
			long deleted = Math.min(most, left[0]);
			left[0] -= deleted;
			return deleted;
		})).block(Duration.ofSeconds(20));
		assertThat(left[0]).isZero();
		assertThat(rounds[0]).as("the last one finds nothing").isEqualTo(3);
	}

	private static EventsSettings bind(Map<String, String> properties) {
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("plaza.events",
				EventsSettings.class);
	}

}

package city.plaza.platform.events.topic;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import city.plaza.platform.events.EventsSettings;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.MockAdminClient;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.core.KafkaAdmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class TopicAdminTests {

	private final MockAdminClient kafka = MockAdminClient.create().numBrokers(3).usingRaftController(true).build();

	private final TopicAdmin admin = new TopicAdmin(this.kafka);

	@AfterEach
	void close() {
		this.kafka.close();
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", value = { "a, -, false, 6, delete, 604800000", "a, 3, false, 3, delete, 604800000",
			"a, 12, true, 12, compact, -" })
	void aStreamHasTheSettingsOfItsOwner(String name, Integer partitions, boolean compacted, int expected,
			String policy, String retention) {
		Map<String, Object> owned = new HashMap<>(
				Map.of("topics[0].name", name, "topics[0].compacted", Boolean.toString(compacted)));
		if (partitions != null) {
			owned.put("topics[0].partitions", partitions);
		}
		NewTopic topic = RequiredTopics.of(settings(owned), List.of()).getFirst();
		assertThat(topic.name()).isEqualTo(name);
		assertThat(topic.numPartitions()).isEqualTo(expected);
		assertThat(topic.replicationFactor()).isEqualTo((short) 3);
		assertThat(topic.configs()).containsEntry("cleanup.policy", policy)
			.containsEntry("min.insync.replicas", "2")
			.doesNotContainKey("max.message.bytes");
		assertThat(topic.configs().get("retention.ms")).isEqualTo(retention);
	}

	@Test
	void deadLettersAreKeptInOneOrderWithRoomForTheirCause() {
		NewTopic letters = RequiredTopics.of(settings(Map.of("keep-dead-letters", "25d")), List.of("a.service.b.dlt"))
			.getFirst();
		assertThat(letters.name()).isEqualTo("a.service.b.dlt");
		assertThat(letters.numPartitions()).isOne();
		assertThat(letters.configs()).containsEntry("retention.ms", Long.toString(Duration.ofDays(25).toMillis()))
			.containsEntry("cleanup.policy", "delete")
			.containsEntry("max.message.bytes", "2097152")
			.containsEntry("min.insync.replicas", "2");
	}

	@Test
	void createsWhatIsMissingAndChangesNothingThatIsRight() throws Exception {
		List<NewTopic> topics = RequiredTopics.of(settings(Map.of("topics[0].name", "a", "topics[1].name", "b")),
				List.of("c"));
		assertThat(this.admin.createOrCorrect(topics)).isEmpty();
		assertThat(this.kafka.listTopics().names().get()).containsExactlyInAnyOrder("a", "b", "c");
		assertThat(this.admin.createOrCorrect(topics)).isEmpty();
		assertThat(setting("a", "cleanup.policy")).isEqualTo("delete");
	}

	@Test
	void correctsTheSettingsItNamesAndLeavesEveryOther() throws Exception {
		List<NewTopic> topics = RequiredTopics
			.of(settings(Map.of("topics[0].name", "a", "topics[0].compacted", "true")), List.of());
		this.kafka.createTopics(List.of(new NewTopic("a", 6, (short) 3)
			.configs(Map.of("cleanup.policy", "delete", "segment.bytes", "1048576")))).all().get();
		this.admin.createOrCorrect(topics);
		assertThat(setting("a", "cleanup.policy")).isEqualTo("compact");
		assertThat(setting("a", "min.insync.replicas")).isEqualTo("2");
		assertThat(setting("a", "segment.bytes")).isEqualTo("1048576");
	}

	@Test
	void neverShrinksATopic() throws Exception {
		this.kafka.createTopics(List.of(new NewTopic("a", 12, (short) 3))).all().get();
		this.admin.createOrCorrect(RequiredTopics.of(settings(Map.of("topics[0].name", "a")), List.of()));
		assertThat(this.kafka.describeTopics(List.of("a")).allTopicNames().get().get("a").partitions()).hasSize(12);
	}

	@Test
	void namesTheTopicThatKafkaCannotMakeNow() {
		this.kafka.timeoutNextRequest(1);
		assertThatExceptionOfType(TopicException.class).isThrownBy(
				() -> this.admin.createOrCorrect(RequiredTopics.of(settings(Map.of("topics[0].name", "a")), List.of())))
			.withMessage("The topic a cannot be created or corrected")
			.withCauseInstanceOf(TimeoutException.class);
	}

	@Test
	void findsTheTopicsThatAreNotThere() throws Exception {
		this.kafka.createTopics(List.of(new NewTopic("a", 1, (short) 1))).all().get();
		assertThat(this.admin.missing(List.of("b", "a", "c"))).containsExactly("b", "c");
		assertThat(this.admin.missing(List.of("a"))).isEmpty();
		assertThat(this.admin.missing(List.of())).isEmpty();
		this.kafka.timeoutNextRequest(1);
		assertThatExceptionOfType(TopicException.class).isThrownBy(() -> this.admin.missing(List.of("a")))
			.withMessageContaining("The topic a");
	}

	@Test
	void knowsWhatItOwns() {
		Topics topics = new Topics(new KafkaAdmin(Map.of()), settings(Map.of("topics[0].name", "a")),
				new DeadLetterTopics(List.of("c")));
		assertThat(topics.owned()).containsExactly("a");
		assertThat(topics.isOwned("a")).isTrue();
		assertThat(topics.isOwned("c")).isFalse();
		assertThat(topics.isOwned("A")).isFalse();
	}

	private String setting(String topic, String name) throws Exception {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		Config config = this.kafka.describeConfigs(List.of(resource)).all().get().get(resource);
		return new ArrayList<>(config.entries()).stream()
			.filter((entry) -> entry.name().equals(name))
			.map(ConfigEntry::value)
			.findFirst()
			.orElse("");
	}

	private static EventsSettings settings(Map<String, ?> properties) {
		Map<String, Object> named = new HashMap<>();
		properties.forEach((name, value) -> named.put("plaza.events." + name, value));
		return new Binder(new MapConfigurationPropertySource(named)).bindOrCreate("plaza.events", EventsSettings.class);
	}

}

package city.plaza.platform.events.topic;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.testing.PlazaTest;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsResult;
import org.apache.kafka.clients.admin.DescribeTopicsResult;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.internals.KafkaFutureImpl;
import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;
import org.mockito.Mockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.kafka.core.KafkaAdmin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@PlazaTest
class TopicsTests {

	@Autowired
	private KafkaAdmin admin;

	private static final Duration TIMEOUT = Duration.ofSeconds(30);

	private final String stream = "test.stream." + UUID.randomUUID();

	@Test
	void createsWhatItOwnsAndItsDeadLettersOnly() throws Exception {
		String read = this.stream + ".read";
		topics(owning(this.stream, true), read + ".test-service.reader.dlt").ready().block(TIMEOUT);
		assertThat(names()).contains(this.stream, read + ".test-service.reader.dlt").doesNotContain(read);
		assertThat(setting(this.stream, "cleanup.policy")).isEqualTo("compact");
		assertThat(setting(read + ".test-service.reader.dlt", "retention.ms")).isEqualTo("2592000000");
	}

	@Test
	void correctsTheSettingsOfATopicThatSomebodyElseCreated() throws Exception {
		create(new NewTopic(this.stream, 1, (short) 1).configs(Map.of("cleanup.policy", "delete")));
		topics(owning(this.stream, true)).ready().block(TIMEOUT);
		await().until(() -> setting(this.stream, "cleanup.policy"), "compact"::equals);
		await().until(() -> partitions(this.stream), Integer.valueOf(6)::equals);
		topics(owning(this.stream, false)).ready().block(TIMEOUT);
		await().until(() -> setting(this.stream, "cleanup.policy"), "delete"::equals);
		assertThat(setting(this.stream, "retention.ms")).isEqualTo("604800000");
	}

	@Test
	void continuesWithoutThePermissionToCreate() {
		Admin kafka = Mockito.mock(Admin.class);
		CreateTopicsResult refused = Mockito.mock(CreateTopicsResult.class);
		KafkaFutureImpl<Void> refusal = new KafkaFutureImpl<>();
		refusal.completeExceptionally(new TopicAuthorizationException("no"));
		BDDMockito.given(refused.values()).willReturn(Map.of(this.stream, (KafkaFuture<Void>) refusal));
		BDDMockito.given(kafka.createTopics(Mockito.anyCollection())).willReturn(refused);
		DescribeTopicsResult hidden = Mockito.mock(DescribeTopicsResult.class);
		KafkaFutureImpl<Map<String, TopicDescription>> nothing = new KafkaFutureImpl<>();
		nothing.completeExceptionally(new TopicAuthorizationException("no"));
		BDDMockito.given(hidden.allTopicNames()).willReturn(nothing);
		BDDMockito.given(kafka.describeTopics(Mockito.<Collection<String>>any())).willReturn(hidden);
		Set<String> forbidden = new TopicAdmin(kafka).createOrCorrect(List.of(new NewTopic(this.stream, 1, (short) 1)));
		assertThat(forbidden).containsExactly(this.stream);
	}

	private Admin real() {
		return Admin.create(this.admin.getConfigurationProperties());
	}

	private Topics topics(EventsSettings settings, String... deadLetters) {
		return new Topics(this.admin, settings, new DeadLetterTopics(List.of(deadLetters)));
	}

	private static EventsSettings owning(String name, boolean compacted) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("plaza.events.topics[0].name", name);
		properties.put("plaza.events.topics[0].compacted", compacted);
		// There is one broker.
		properties.put("plaza.events.replication", 1);
		properties.put("plaza.events.min-in-sync", 1);
		return new Binder(new MapConfigurationPropertySource(properties)).bindOrCreate("plaza.events",
				EventsSettings.class);
	}

	private void create(NewTopic topic) throws Exception {
		try (Admin kafka = real()) {
			kafka.createTopics(List.of(topic)).all().get();
		}
	}

	private Set<String> names() throws Exception {
		try (Admin kafka = real()) {
			return kafka.listTopics().names().get();
		}
	}

	private int partitions(String topic) throws Exception {
		try (Admin kafka = real()) {
			return kafka.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size();
		}
	}

	private String setting(String topic, String name) throws Exception {
		ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
		try (Admin kafka = real()) {
			return kafka.describeConfigs(List.of(resource)).all().get().get(resource).get(name).value();
		}
	}

}

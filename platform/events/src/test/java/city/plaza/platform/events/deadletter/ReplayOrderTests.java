package city.plaza.platform.events.deadletter;

import java.net.ConnectException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import city.plaza.platform.events.ConsumerGroup;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.ConsumerRecordRecoverer;
import org.springframework.kafka.listener.MessageListener;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class ReplayOrderTests {

	private static final ConsumerGroup GROUP = new ConsumerGroup("links", "topic", "service.links");

	private static final TopicPartition PARTITION = new TopicPartition(GROUP.deadLetterTopic(), 0);

	private static final Duration KEEP = Duration.ofDays(31);

	private final List<String> applied = new ArrayList<>();

	private final List<String> parkedAgain = new ArrayList<>();

	private final Map<String, RuntimeException> failures = new HashMap<>();

	/** Where the next replay begins. */
	private long committed;

	private final List<ConsumerRecord<String, byte[]>> letters = new ArrayList<>();

	@Test
	void triesEachLetterOnceInTheOrderTheyWereParked() {
		letters(Instant.now(), "a", "b", "c");
		assertThat(replay(3)).isEqualTo(new DeadLetterReplay.Result(3, 0, 0));
		assertThat(this.applied).containsExactly("a", "b", "c");
		assertThat(this.committed).isEqualTo(3);
	}

	@Test
	void parksAgainWhatFailsAgainAndLeavesItToTheNextReplay() {
		this.failures.put("b", new PoisonException("The body is null"));
		this.failures.put("c", new IllegalStateException("a bug"));
		letters(Instant.now(), "a", "b", "c", "d");
		letters(Instant.now(), "b again");
		assertThat(replay(4)).isEqualTo(new DeadLetterReplay.Result(2, 2, 0));
		assertThat(this.applied).containsExactly("a", "d");
		assertThat(this.parkedAgain).containsExactly("b", "c");
		assertThat(this.committed).as("what came meanwhile is of the next replay").isEqualTo(4);
	}

	@Test
	void endsInAnOutageAndGoesOnWithTheSameLetter() {
		this.failures.put("b", new IllegalStateException(new ConnectException()));
		letters(Instant.now(), "a", "b", "c");
		assertThatThrownBy(() -> replay(3)).hasRootCauseInstanceOf(ConnectException.class);
		assertThat(this.applied).containsExactly("a");
		assertThat(this.committed).isEqualTo(1);
		this.failures.clear();
		assertThat(replay(3)).isEqualTo(new DeadLetterReplay.Result(2, 0, 0));
		assertThat(this.applied).containsExactly("a", "b", "c");
	}

	@Test
	void losesNoLetterThatCannotBeParkedAgain() {
		this.failures.put("a", new IllegalStateException("a bug"));
		this.failures.put("recover a", new IllegalStateException("Kafka is down"));
		letters(Instant.now(), "a");
		assertThatIllegalStateException().isThrownBy(() -> replay(1)).withMessage("Kafka is down");
		assertThat(this.committed).isZero();
	}

	@Test
	void refusesWhatTheInboxMayHaveForgotten() {
		letters(Instant.now().minus(KEEP), "forgotten");
		letters(Instant.now().minus(KEEP).plus(Duration.ofMinutes(59)), "about to be");
		letters(Instant.now().minus(KEEP).plus(Duration.ofMinutes(61)), "remembered");
		letters(Instant.ofEpochMilli(-1), "without a time");
		assertThat(replay(4)).isEqualTo(new DeadLetterReplay.Result(1, 0, 3));
		assertThat(this.applied).containsExactly("remembered");
		assertThat(this.parkedAgain).isEmpty();
		assertThat(this.committed).isEqualTo(4);
	}

	@Test
	void hasNothingToDoWhereNothingIsParked() {
		assertThat(replay(0)).isEqualTo(new DeadLetterReplay.Result(0, 0, 0));
	}

	@Test
	void refusesTheNameOfNoConsumer() {
		List<DeadLetterReplay> all = List.of(new DeadLetterReplay(mock(), GROUP, mock(), mock(), KEEP));
		assertThat(new DeadLetterReplays(all, List.of("links")).of("links")).isSameAs(all.getFirst());
		assertThatIllegalStateException().isThrownBy(() -> new DeadLetterReplays(all, List.of("links", "typo")))
			.withMessage("plaza.events.replay names typo, which is no consumer of this service");
	}

	private DeadLetterReplay.Result replay(long end) {
		MockConsumer<String, byte[]> kafka = new MockConsumer<>("earliest") {

			@Override
			public synchronized void commitSync(Map<TopicPartition, OffsetAndMetadata> offsets) {
				super.commitSync(offsets);
				ReplayOrderTests.this.committed = offsets.get(PARTITION).offset();
			}

		};
		kafka.updatePartitions(GROUP.deadLetterTopic(),
				List.of(new PartitionInfo(GROUP.deadLetterTopic(), 0, null, null, null)));
		kafka.updateBeginningOffsets(Map.of(PARTITION, this.committed));
		kafka.updateEndOffsets(Map.of(PARTITION, end));
		kafka.schedulePollTask(() -> this.letters.stream()
			.filter((letter) -> letter.offset() >= this.committed)
			.forEach(kafka::addRecord));
		ConsumerFactory<String, byte[]> consumers = mock();
		given(consumers.createConsumer("service.links.replay", "")).willReturn(kafka);
		MessageListener<String, byte[]> listener = (letter) -> handle(letter.key(), this.applied);
		ConsumerRecordRecoverer recoverer = (letter, error) -> handle("recover " + letter.key(), this.parkedAgain);
		try {
			return new DeadLetterReplay(consumers, GROUP, listener, recoverer, KEEP).replay();
		}
		finally {
			assertThat(kafka.closed()).isTrue();
		}
	}

	private void handle(String name, List<String> done) {
		RuntimeException failure = this.failures.get(name);
		if (failure != null) {
			throw failure;
		}
		done.add(name.replace("recover ", ""));
	}

	private void letters(Instant parked, String... keys) {
		for (String key : keys) {
			this.letters.add(new ConsumerRecord<>(PARTITION.topic(), 0, this.letters.size(), parked.toEpochMilli(),
					TimestampType.CREATE_TIME, 0, 0, key, new byte[0], new RecordHeaders(), Optional.empty()));
		}
	}

}

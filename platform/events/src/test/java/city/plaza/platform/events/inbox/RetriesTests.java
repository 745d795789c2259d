package city.plaza.platform.events.inbox;

import java.net.ConnectException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

import city.plaza.platform.events.ConsumerGroup;
import city.plaza.platform.events.EventsSettings;
import city.plaza.platform.events.deadletter.PoisonException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.health.contributor.Status;
import org.springframework.util.backoff.BackOffExecution;

import static org.assertj.core.api.Assertions.assertThat;

class RetriesTests {

	private static final long SEED = 20260306;

	private final ListenerState state = new ListenerState(new ConsumerGroup("links", "topic", "service.links"));

	private final Retries retries = new Retries(this.state, defaults());

	// O is an outage, F another failure, P poison; what follows is the pause after each.
	@ParameterizedTest
	@CsvSource({ "P, stop", "F, 200", "FFFF, 200 600 1800 2000", "FFFFF, 200 600 1800 2000 stop", "FP, 200 stop",
			"O, 200", "OOOOOO, 200 400 800 1600 3200 5000", "OOOOOOOO, 200 400 800 1600 3200 5000 5000 5000",
			"OFOF, 200 200 400 600", "FOFOFOFOF, 200 200 600 400 1800 800 2000 1600 stop", "OOP, 200 400 stop" })
	void waitByTheKindOfEachFailureAlone(String failures, String pauses) {
		BackOffExecution backOff = this.retries.start();
		List<String> waited = new ArrayList<>();
		for (char kind : failures.toCharArray()) {
			this.retries.failedDelivery(at(0), failure(kind), 1);
			long pause = backOff.nextBackOff();
			waited.add((pause == BackOffExecution.STOP) ? "stop" : Long.toString(pause));
		}
		assertThat(String.join(" ", waited)).isEqualTo(pauses);
	}

	@Test
	void comeToAnEndExceptInAnOutageAndBeginAnewWithTheNextRecord() {
		Random random = new Random(SEED);
		for (int round = 0; round < 200; round++) {
			BackOffExecution backOff = this.retries.start();
			int failures = 0;
			boolean isStopped = false;
			for (int i = 0; i < 100 && !isStopped; i++) {
				boolean isOutage = random.nextInt(10) > 0;
				failures += isOutage ? 0 : 1;
				this.retries.failedDelivery(at(0), failure(isOutage ? 'O' : 'F'), i);
				long pause = backOff.nextBackOff();
				isStopped = pause == BackOffExecution.STOP;
				assertThat(isStopped).as("round %d, seed %d", round, SEED).isEqualTo(failures == 5);
				assertThat(pause).as("round %d, seed %d", round, SEED).isLessThanOrEqualTo(5_000);
			}
		}
	}

	@Test
	void countAFailureWithoutAnErrorAsAnyOther() {
		this.retries.failedDelivery(at(0), null, 1);
		assertThat(this.retries.start().nextBackOff()).isEqualTo(200);
		assertThat(this.state.describe()).isEqualTo("runs");
	}

	@Test
	void reportAPartitionThatWaitsUntilItContinues() {
		this.retries.failedDelivery(at(0), failure('F'), 1);
		assertThat(status()).isEqualTo(Status.UP);
		this.retries.failedDelivery(at(0), failure('O'), 2);
		this.retries.failedDelivery(at(1), failure('O'), 1);
		assertThat(this.state.describe())
			.matches("waits for [0-9]+ s: IllegalStateException caused by ConnectException");
		assertThat(status()).isEqualTo(ListenersHealth.WAITING);
		this.state.continues(new TopicPartition("topic", 0));
		assertThat(status()).isEqualTo(ListenersHealth.WAITING);
		this.retries.recovered(at(1), failure('O'));
		assertThat(status()).isEqualTo(Status.UP);
		assertThat(this.state.waitingFor()).isZero();
	}

	@Test
	void reportADeadLetterThatCannotBeWritten() {
		this.retries.recoveryFailed(at(0), failure('P'), failure('O'));
		assertThat(status()).isEqualTo(ListenersHealth.WAITING);
		this.state.onPartitionsRevoked(List.of(new TopicPartition("topic", 1)));
		assertThat(status()).as("another partition left").isEqualTo(ListenersHealth.WAITING);
		this.state.onPartitionsRevoked(List.of(new TopicPartition("topic", 0)));
		assertThat(status()).as("another instance waits for it").isEqualTo(Status.UP);
	}

	@Test
	void nameTheReasonOfAStopBeforeAnythingThatWaits() {
		this.retries.failedDelivery(at(0), failure('O'), 1);
		this.state.stopped("AUTH");
		this.state.stopped("ERROR");
		assertThat(this.state.describe()).as("the first reason").matches("stopped for [0-9]+ s: AUTH");
		assertThat(status()).isEqualTo(ListenersHealth.STOPPED);
		this.state.runs();
		assertThat(this.state.describe()).isEqualTo("runs");
		assertThat(status()).isEqualTo(Status.UP);
	}

	@Test
	void showTheWorstOfAllListeners() {
		ListenerState waiting = other("waiting");
		waiting.waits(new TopicPartition("topic", 0), 7, failure('O'));
		ListenerState stopped = other("stopped");
		stopped.stopped("FENCED");
		assertThat(status(this.state, waiting)).isEqualTo(ListenersHealth.WAITING);
		assertThat(status(waiting, stopped, this.state)).isEqualTo(ListenersHealth.STOPPED);
		assertThat(status()).isEqualTo(Status.UP);
		assertThat(status(new ListenerState[0])).isEqualTo(Status.UP);
	}

	private Status status() {
		return status(this.state);
	}

	private static Status status(ListenerState... states) {
		Health.Builder health = Health.up();
		new ListenersHealth(List.of(states)).addTo(health);
		Health built = health.build();
		assertThat(built.getDetails().get("listeners")).asInstanceOf(InstanceOfAssertFactories.MAP)
			.containsOnlyKeys(Stream.of(states).map((state) -> state.group().consumer()).toArray());
		return built.getStatus();
	}

	private static ListenerState other(String name) {
		return new ListenerState(new ConsumerGroup(name, "topic", "service." + name));
	}

	private static Exception failure(char kind) {
		return switch (kind) {
			case 'O' -> new IllegalStateException("secret", new ConnectException());
			case 'P' -> new PoisonException("The body is null");
			default -> new IllegalStateException("secret");
		};
	}

	private static ConsumerRecord<String, byte[]> at(int partition) {
		return new ConsumerRecord<>("topic", partition, 7, "key", new byte[0]);
	}

	private static EventsSettings.Retry defaults() {
		return new Binder(new MapConfigurationPropertySource()).bindOrCreate("plaza.events.retry",
				EventsSettings.Retry.class);
	}

}
